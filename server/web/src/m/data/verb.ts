/** Which verb is the next right thing at a post. */
import type { Item } from '@/shared/queue/types';
import type { Here } from './mine';
import type { CheckInKind } from './wire';

export type Verb = CheckInKind;

const HOLD_MS = 45 * 60_000;
const PROVES: ReadonlySet<string> = new Set(['confirmed', 'likely', 'claimed']);

/** Whether a tap may still hold at its post: saved here, or accepted. What the server turned down holds nothing. */
function holds(item: Item, now: number): boolean {
  if (item.state === 'dead' || now - item.tapped > HOLD_MS) return false;
  return item.result === null || PROVES.has(item.result.grade ?? '');
}

/** The last of my taps at a post, from this phone's queue (newest first). */
export function lastHere(items: readonly Item[], code: string | null, checkpoint: string | null): Item | null {
  const same = (item: Item) => {
    const place = item.result?.checkpoint?.id;
    if (place !== undefined && checkpoint !== null) return place === checkpoint;
    return code !== null && (item.content.code === code || item.content.short_code === code);
  };
  return items.find(same) ?? null;
}

/** My last tap, unless it was a leaving or holds no more: where I am now. */
export function standsNow(items: readonly Item[], now: number): Item | null {
  const last = items.find((item) => item.state !== 'dead');
  return last === undefined || last.content.kind === 'leave' || !holds(last, now) ? null : last;
}

/**
 * The verb that stands first: arrive, until one is on post there; then leave once the window is over, else still here. The
 * server knows best; without it, what this phone has sent or saved.
 */
export function nextVerb(here: Here | null, last: Item | null, windowOver: boolean, now: number): Verb {
  const onPost = here === null ? last !== null && last.content.kind !== 'leave' && holds(last, now) : here.me.on_post_until !== null;
  if (!onPost) return 'arrive';
  return windowOver ? 'leave' : 'still_here';
}

/** The other verbs, in the order of their use; passing by for those who walk rounds. */
export function otherVerbs(first: Verb, walks = false): Verb[] {
  if (first === 'pass') return ['arrive', 'leave'];
  return (['arrive', 'still_here', 'leave', ...(walks ? ['pass' as const] : [])] as const).filter((verb) => verb !== first && !(first !== 'arrive' && verb === 'arrive') && !(first === 'arrive' && verb === 'still_here'));
}
