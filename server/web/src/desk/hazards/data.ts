/** Hazards, and what may be done about them. */
import { api, ok } from '@/api/client';
import type { Hazard } from '@/shared/hazard';
import { branches, loadOrganizations } from '@/desk/shell/organizations';
import type { Organization } from '@/desk/shell/place';

export type StepKind = Hazard['may'][number];
export type Of = 'open' | 'overdue' | 'all';

const at = (id: string) => ({ path: { id } });

/** What is asked for of a ledger. */
export interface Asked { of: Of; category?: string; state?: Hazard['state']; school_id?: string }

export const readHazards = (id: string, asked: Asked, after?: string) =>
  ok(api.GET('/api/v1/organizations/{id}/hazards', { params: { ...at(id), query: { ...asked, limit: 100, ...(after === undefined ? {} : { after }) } } }));

/** The schools of a station, or below a bureau. */
export async function schoolsOf(place: Organization): Promise<Organization[]> {
  if (place.kind === 'station') return (await ok(api.GET('/api/v1/stations/{id}/schools', { params: at(place.id) }))).items;
  const all = await loadOrganizations();
  const beneath = new Set([place.id]);
  for (const { organization: { id, parent_id: parent } } of branches(all)) if (parent && beneath.has(parent)) beneath.add(id);
  return all.filter((one) => one.kind === 'school' && beneath.has(one.id));
}

export const takeStep = (id: string, step: StepKind, rest: { text: string; assignee_id: string | null; deadline: string | null }): Promise<Hazard> =>
  ok(api.POST('/api/v1/hazards/{id}/steps', { params: at(id), body: { step, ...rest } }));

/** The steps that need words. */
export const NEEDS_WORDS: readonly StepKind[] = ['rectified', 'sent_back', 'reopened'];
