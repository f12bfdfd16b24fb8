/** Where I was last, as far as this phone knows: by my taps, and by what it was told of the codes that they used. */
import type { Item } from '@/shared/queue/types';
import { recall } from './cache';
import { standsNow } from './verb';
import type { Code } from './wire';

function factsOf(item: Item): Code | null {
  const code = item.content.code ?? item.content.short_code;
  return code === null ? null : (recall<Code>(`code.${code}`)?.value ?? null);
}

/** The checkpoint of a tap: as the server said, else by its code. */
export const checkpointOf = (item: Item): string | null => item.result?.checkpoint?.id ?? factsOf(item)?.checkpoint.id ?? null;

/** The checkpoint where I am on post. */
export function postNow(items: readonly Item[], now: number): string | null {
  const tap = standsNow(items, now);
  return tap === null ? null : checkpointOf(tap);
}

/** The school of my last tap, while it is not long ago. */
export function schoolNow(items: readonly Item[], now: number): string | null {
  const tap = standsNow(items, now);
  return tap === null ? null : (factsOf(tap)?.school.id ?? null);
}
