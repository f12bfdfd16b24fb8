/** Which page somebody gets, and which notes stand above the button: pure. */
import type { Facts, Known } from './facts';
import type { Here } from './here';
import type { Problem } from './http';
import type { Profile, Who } from './me';
import type { Standing } from './standing';

export type Page =
  /** The code is none of ours: type the short code, or scan again. */
  | { kind: 'unknown' }
  /** The server refused for another reason; it can be tried again. */
  | { kind: 'failed'; problem: Partial<Problem> }
  | { kind: 'replaced'; facts: Facts }
  | { kind: 'closed'; facts: Facts }
  | { kind: 'sign_in'; facts: Facts | null }
  /** The post. Without facts there was no network: a tap is saved all the same. */
  | { kind: 'post'; facts: Facts | null };

/** Whether a refusal is of the moment and says nothing of the code: then a tap is saved all the same. */
function passes(problem: Partial<Problem>): boolean {
  return problem.status === 429 || (problem.status ?? 0) >= 500;
}

/** What a code and a person come to. */
export function page(known: Known, who: Who | null): Page {
  if (known !== null && 'problem' in known && !passes(known.problem)) {
    return known.problem.code === 'unknown_code' ? { kind: 'unknown' } : { kind: 'failed', problem: known.problem };
  }
  const facts = known !== null && 'facts' in known ? known.facts : null;
  if (facts?.state === 'post_closed') return { kind: 'closed', facts };
  if (facts?.state === 'replaced') return { kind: 'replaced', facts };
  return { kind: who === null ? 'sign_in' : 'post', facts };
}

export type Note = 'blind' | 'session_over' | 'pending' | 'wrong_school' | 'here' | 'elsewhere' | 'early' | 'no_window';

interface Situation {
  facts: Facts | null;
  who: Who;
  profile: Profile | null;
  here: Here | 'strange' | null;
  at: Standing;
  now: number;
}

/** Whether a check-in here would come back rejected, as far as is known: a shift makes up for a missing membership. */
export function stranger({ facts, profile, here }: Pick<Situation, 'facts' | 'profile' | 'here'>): 'pending' | 'wrong_school' | null {
  if (facts === null) return null;
  const of = profile?.memberships.filter(({ school }) => school === facts.school.id) ?? [];
  const none = here === 'strange' || (here !== null && here.roles.length === 0);
  if (!none) return null;
  return of.some(({ state }) => state === 'pending') ? 'pending' : 'wrong_school';
}

/** What to say above the button, the weightiest first. */
export function notes(situation: Situation): Note[] {
  const { facts, who, here, at, now } = situation;
  const found: Note[] = [];
  if (!who.signedIn) found.push('session_over');
  if (facts === null) return [...found, 'blind'];
  const strange = stranger(situation);
  if (strange !== null) return [...found, strange];
  if (at.on) return [...found, 'here'];
  if (here !== null && here !== 'strange' && here.me.elsewhere !== null) found.push('elsewhere');
  if (!facts.window) found.push('no_window');
  else if (!facts.window.open && now < Date.parse(facts.window.on_post_by ?? facts.window.starts_at)) found.push('early');
  return found;
}
