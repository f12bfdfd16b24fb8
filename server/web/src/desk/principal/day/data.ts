/** Everything that a day's page shows. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { can } from '@/desk/shell/place';
import { evidenceOf, type Evidence } from '../wanted';
import type { Coverage } from './bars';
import type { Revision } from './revisions';

export type DayChange = components['schemas']['DayChangeBody'];

export interface Day {
  coverage: Coverage;
  revisions: Revision[];
  changes: DayChange[];
  /** Null if one may not see it, or the server cannot tell. */
  evidence: Evidence | null;
}

/** Reads a day of a school. */
export async function readDay(school: string, date: string): Promise<Day> {
  const path = { id: school };
  const [coverage, revisions, changes, evidence] = await Promise.all([
    ok(api.GET('/api/v1/schools/{id}/coverage', { params: { path, query: { date } } })),
    ok(api.GET('/api/v1/schools/{id}/coverage/revisions', { params: { path, query: { date } } })),
    can('read_set_up') ? ok(api.GET('/api/v1/schools/{id}/day-changes', { params: { path, query: { from: date, to: date } } })) : { items: [] },
    can('read_evidence') ? evidenceOf(school, date) : null,
  ]);
  return { coverage, revisions: revisions.revisions, changes: changes.items, evidence };
}
