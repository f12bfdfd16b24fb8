/** The shape of a hazard: whoever reported it and whoever follows it up see the same. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { State } from './marks';

export type Hazard = components['schemas']['HazardBody'];

export const readHazard = (id: string): Promise<Hazard> => ok(api.GET('/api/v1/hazards/{id}', { params: { path: { id } } }));

/** What waits too long stands out. */
export function markOf(hazard: Hazard): State {
  if (hazard.overdue) return 'gap';
  return ({ reported: 'planned', assigned: 'claimed', rectified: 'likely', accepted: 'confirmed', written_off: 'not_required' } as const)[hazard.state];
}
