/** Which shape a post's state has. */
import type { State } from '@/shared/marks';
import type { PostState } from '../data/wire';

const shapes: Record<PostState, State> = {
  upcoming: 'planned', gathering: 'planned', covered: 'confirmed', grace: 'planned', short: 'gap', empty: 'gap', excused: 'excused', unknown: 'unknown',
};

export function shapeOf(state: PostState): State {
  return shapes[state];
}
