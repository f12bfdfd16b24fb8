/** Checklists and inspections: the phone app and the desk see the same. */
import type { components } from '@/api/schema';
import type { State } from './marks';

export type Checklist = components['schemas']['ChecklistBody'];
export type Applying = components['schemas']['ApplyingBody'];
export type SchoolChecklists = components['schemas']['SchoolChecklistsBody'];
export type Inspection = components['schemas']['InspectionBody'];
export type Answer = components['schemas']['InspectionAnswer'];

export const ANSWERS: readonly Answer[] = ['yes', 'no', 'not_applicable'];

/** How what is due stands, by its shape. What was missed is past, and so never red. */
export function markOfDue(state: Applying['state']): State {
  return ({ done: 'confirmed', open: 'planned', missed: 'contradicted', not_required: 'not_required', unknown: 'unknown' } as const)[state];
}

/** An answer by its shape. */
export function markOfAnswer(answer: Answer): State {
  return ({ yes: 'confirmed', no: 'contradicted', not_applicable: 'not_required' } as const)[answer];
}

/** Which sentence tells what is due; a checklist for "whenever needed" has its own. */
export function sentenceOf(one: Applying): 'unknown' | 'whenever' | 'made' | 'notAsked' | 'day' | 'month' {
  if (one.checklist.times === 0) return one.done === 0 ? 'whenever' : 'made';
  if (one.state === 'unknown') return 'unknown';
  if (one.required === 0) return 'notAsked';
  return one.checklist.per;
}
