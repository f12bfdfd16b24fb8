/** How a school stands at this second, in one shape and one sentence. */
import type { State } from '@/shared/marks';
import { summary } from '../data/board';
import type { Board } from '../data/wire';
import { say } from '../words/today';

export interface SchoolState {
  shape: State;
  text: string;
  /** A gap is open: the only thing that is shown in red. */
  gap: boolean;
}

const calm = (shape: State, text: string): SchoolState => ({ shape, text, gap: false });

export function schoolState(board: Board): SchoolState {
  switch (board.phase) {
    case 'no_school': return calm('not_required', say('noSchool'));
    case 'nothing_planned': return calm('not_required', say('nothing'));
    case 'done': return calm('not_required', say('done'));
    case 'before':
    case 'running': return posts(board);
  }
}

function posts(board: Board): SchoolState {
  const { posts: all, short, missing, waiting, unknown } = summary(board);
  if (unknown > 0 && unknown === all) return calm('unknown', say('unknown'));
  if (short > 0) return { shape: 'gap', text: say('short', { n: short, m: missing }), gap: true };
  if (waiting > 0) return calm('planned', say('waiting', { n: waiting }));
  const upcoming = board.posts.some((post) => post.state === 'upcoming' && post.missing > 0);
  return upcoming ? calm('planned', say('before', { n: all })) : calm('confirmed', say('allHere', { n: all }));
}
