/** How a school stands at this second, in one shape and one sentence. */
import type { components } from '@/api/schema';
import type { State } from '@/shared/marks';
import { summary } from '../data/board';
import type { Board } from '../data/wire';
import { say } from '../words/today';

type SchoolNow = components['schemas']['SchoolNowBody'];

export interface SchoolState {
  shape: State;
  text: string;
  /** A gap is open: the only thing that is shown in red. */
  gap: boolean;
}

const calm = (shape: State, text: string): SchoolState => ({ shape, text, gap: false });

/** From the whole board of a school. */
export function schoolState(board: Board): SchoolState {
  const { posts, short, missing, waiting, unknown } = summary(board);
  const upcoming = board.posts.filter((post) => post.state === 'upcoming' && post.missing > 0).length;
  return stands(board.phase, { posts, short, missing, unknown, waiting, upcoming });
}

/** From how it stands among others. */
export function stateInShort(one: SchoolNow): SchoolState {
  const { posts, short, missing, waiting, unknown, phase } = one;
  return stands(phase, { posts, short, missing, unknown, ...(phase === 'before' ? { waiting: 0, upcoming: waiting } : { waiting, upcoming: 0 }) });
}

interface Counts {
  posts: number;
  short: number;
  missing: number;
  waiting: number;
  upcoming: number;
  unknown: number;
}

function stands(phase: Board['phase'], { posts, short, missing, waiting, upcoming, unknown }: Counts): SchoolState {
  if (phase === 'no_school') return calm('not_required', say('noSchool'));
  if (phase === 'nothing_planned') return calm('not_required', say('nothing'));
  if (phase === 'done') return calm('not_required', say('done'));
  if (unknown > 0 && unknown === posts) return calm('unknown', say('unknown'));
  if (short > 0) return { shape: 'gap', text: say('short', { n: short, m: missing }), gap: true };
  if (waiting > 0) return calm('planned', say('waiting', { n: waiting }));
  return upcoming > 0 ? calm('planned', say('before', { n: posts })) : calm('confirmed', say('allHere', { n: posts }));
}
