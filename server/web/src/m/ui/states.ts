/** Which shape a post's state has. */
import type { State } from '@/shared/marks';
import type { PostState } from '../data/wire';

const shapes: Record<PostState, State> = {
  upcoming: 'planned', gathering: 'planned', covered: 'confirmed', grace: 'planned', short: 'gap', empty: 'gap', excused: 'excused', unknown: 'unknown',
};

/** Before the window, a post for which everybody is there already is as good as staffed. */
export const isReady = (post: { state: PostState; missing: number }): boolean => post.state === 'gathering' && post.missing === 0;

export function shapeOf(state: PostState): State {
  return shapes[state];
}
