/** Hazards, and what may be done about them. */
import { api, ok } from '@/api/client';
import type { Hazard } from '@/shared/hazard';

export type StepKind = Hazard['may'][number];
export type Of = 'open' | 'overdue' | 'all';

const at = (id: string) => ({ path: { id } });

export const readHazards = (id: string, of: Of, after?: string) =>
  ok(api.GET('/api/v1/organizations/{id}/hazards', { params: { ...at(id), query: { of, limit: 100, ...(after === undefined ? {} : { after }) } } }));

export const takeStep = (id: string, step: StepKind, rest: { text: string; assignee_id: string | null; deadline: string | null }): Promise<Hazard> =>
  ok(api.POST('/api/v1/hazards/{id}/steps', { params: at(id), body: { step, ...rest } }));

/** The steps that need words. */
export const NEEDS_WORDS: readonly StepKind[] = ['rectified', 'sent_back', 'reopened'];
