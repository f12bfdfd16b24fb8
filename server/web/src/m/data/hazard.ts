/** Hazards: reported here, and put right by whoever they are assigned to. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { Hazard } from '@/shared/hazard';

export type NewHazard = components['schemas']['NewHazardBody'];

export const CATEGORIES: NewHazard['category'][] = ['traffic', 'facility', 'public_order', 'food', 'fire', 'surroundings', 'other'];
export const LEVELS: NewHazard['level'][] = ['minor', 'serious', 'major'];

export const myHazards = async (): Promise<Hazard[]> => (await ok(api.GET('/api/v1/me/hazards'))).items;

export const rectified = (id: string, text: string): Promise<Hazard> =>
  ok(api.POST('/api/v1/hazards/{id}/steps', { params: { path: { id } }, body: { step: 'rectified', text } }));
