/** A range in the address, and its dates on the organization's calendar. */
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { api, ok } from '@/api/client';
import { useLoad, type Load } from '@/desk/ui/load';
import { useQuery } from '@/desk/ui/query';
import { today as askToday } from '@/desk/setup/parts/today';
import { RANGES, spanFor, termOf, type RangeName, type Span, type Term } from './ranges';

export interface Range {
  name: WritableComputedRef<string>;
  span: ComputedRef<Span | null>;
  today: ComputedRef<string | null>;
  /** The term was asked for, and none is entered. */
  noTerm: ComputedRef<boolean>;
  load: Load<{ today: string; terms: Term[] }>;
}

/** `first` is the range unless the address says otherwise. */
export function useRange(organization: string, first: RangeName): Range {
  const name = useQuery('range', first);
  const load = useLoad(async () => {
    const [today, terms] = await Promise.all([askToday(), ok(api.GET('/api/v1/organizations/{id}/terms', { params: { path: { id: organization } } }))]);
    return { today, terms: terms.items };
  });
  const known = computed(() => RANGES.find((one) => one === name.value) ?? first);
  const today = computed(() => load.data.value?.today ?? null);
  const span = computed(() => (load.data.value === null ? null : spanFor(known.value, load.data.value.today, load.data.value.terms)));
  const noTerm = computed(() => known.value === 'term' && load.data.value !== null && termOf(load.data.value.today, load.data.value.terms) === null);
  return { name, span, today, noTerm, load };
}

/** For what waits until the range is known. */
export function notYet(): Promise<never> {
  return new Promise(() => undefined);
}
