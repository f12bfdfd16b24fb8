/** Whether one is on post, and what to tap next: pure. */
import type { Item, Kind } from '@/shared/queue/types';
import type { Here } from './here';

/** The default of `hold_minutes`, until the server has said the school's. */
const HOLD = 45;
/** So close to the end of the window nobody is asked whether they really leave. */
export const NEARLY = 60_000;

export interface Standing {
  on: boolean;
  /** Milliseconds by the server's clock; null if not known. */
  since: number | null;
  until: number | null;
}

const OFF: Standing = { on: false, since: null, until: null };

/** When an item happened by the server's clock: as the server said, else by the phone's clock and how far it is off. */
export function happened(item: Item, offset: number): number {
  const at = item.result?.at;
  return at ? Date.parse(at) : item.tapped + offset;
}

/** What counts here: proofs and leaves that are not refused. What is not judged yet is taken at its word. */
function counts(item: Item): boolean {
  if (item.state === 'dead' || item.content.kind === 'pass') return false;
  const grade = item.result?.grade;
  if (item.content.kind === 'leave') return grade !== 'rejected';
  return grade !== 'rejected' && grade !== 'contradicted';
}

/** The server's word, and on top of it what this phone did since. `mine` are the person's own items at this post. */
export function standing(mine: Item[], here: Here | null, now: number, offset: number): Standing {
  const last = mine.filter(counts).sort((a, b) => happened(b, offset) - happened(a, offset))[0];
  const known = here === null ? null : Date.parse(here.now);
  if (last !== undefined && (known === null || happened(last, offset) > known)) {
    if (last.content.kind === 'leave') return OFF;
    const at = happened(last, offset);
    const until = at + (here?.hold_minutes ?? HOLD) * 60_000;
    const before = here === null ? OFF : byServer(here, at);
    return until > now ? { on: true, since: before.on ? before.since : at, until } : OFF;
  }
  return here === null ? OFF : byServer(here, now);
}

function byServer(here: Here, now: number): Standing {
  const until = here.me.on_post_until ? Date.parse(here.me.on_post_until) : 0;
  if (until <= now) return OFF;
  return { on: true, since: since(here), until };
}

/** When the stay began that the last row belongs to: one whose grade changes comes as several rows that touch. */
function since(here: Here): number | null {
  const rows = here.me.stays;
  let at = rows.length - 1;
  while (at > 0 && rows[at - 1]?.to === rows[at]?.from) at -= 1;
  const first = rows[at];
  return first === undefined ? null : Date.parse(first.from);
}

/** The grade that holds now. */
export function gradeNow(here: Here, now: number): Here['me']['stays'][number]['grade'] | null {
  const row = here.me.stays.find(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to));
  return row?.grade ?? null;
}

export interface Times {
  starts_at: string;
  ends_at: string;
}

/** The verb of the big button. On post it is "still here" while the window runs, or is not known: more evidence never lowers a stay. */
export function nextVerb(at: Standing, window: Times | null | undefined, now: number): Kind {
  if (!at.on) return 'arrive';
  return window === undefined || (window && now < Date.parse(window.ends_at) - 5 * NEARLY) ? 'still_here' : 'leave';
}

/** Whether leaving now is early enough to ask first; where no window is known, it always may be. */
export function leavesEarly(window: Times | null | undefined, now: number): boolean {
  return window === undefined || !!window && Date.parse(window.starts_at) - 30 * NEARLY <= now && now < Date.parse(window.ends_at) - NEARLY;
}

/** The other kinds, reachable quietly. */
export function otherVerbs(first: Kind): Kind[] {
  return (['arrive', 'still_here', 'leave'] as const).filter((kind) => kind !== first);
}

/** Milliseconds of today on this post, up to now. Stays do not overlap. */
export function timeOnPost(here: Here, now: number): number {
  return here.me.stays.reduce((sum, stay) => sum + Math.max(0, Math.min(Date.parse(stay.to), now) - Date.parse(stay.from)), 0);
}
