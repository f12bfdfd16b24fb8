/** A list that is no `DataList`, narrowed by words that stand in the address. */
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { matches } from './list';
import { useQuery } from './query';

export interface Search<T> {
  search: WritableComputedRef<string>;
  found: ComputedRef<T[]>;
}

/** Those whose text has every word of what stands in the address. */
export function useSearch<T>(all: () => readonly T[], text: (one: T) => string): Search<T> {
  const search = useQuery('q');
  return { search, found: computed(() => all().filter((one) => matches(text(one), search.value))) };
}
