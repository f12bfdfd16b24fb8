/** What changed from one revision of a final day to the next. */
import type { components } from '@/api/schema';

type Revisions = components['schemas']['RevisionsBody'];
export type Revision = Revisions['revisions'][number];
type Short = Revision['duties'][number];

export interface Change {
  duty_id: string;
  before: Short | null;
  after: Short | null;
}

/** The duties whose figures differ between two revisions. */
export function changes(before: Revision, after: Revision): Change[] {
  const ids = new Set([...before.duties, ...after.duties].map((duty) => duty.duty_id));
  const of = (revision: Revision, id: string) => revision.duties.find((duty) => duty.duty_id === id) ?? null;
  return [...ids].map((duty_id) => ({ duty_id, before: of(before, duty_id), after: of(after, duty_id) })).filter(({ before: a, after: b }) => differ(a, b));
}

function differ(a: Short | null, b: Short | null): boolean {
  if (a === null || b === null) return a !== b;
  return a.status !== b.status || a.covered_seconds !== b.covered_seconds || a.slot_seconds !== b.slot_seconds || a.required_seconds !== b.required_seconds;
}
