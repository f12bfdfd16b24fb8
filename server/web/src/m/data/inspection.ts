/** What I am to inspect at the school that is looked at. An inspection is kept on this phone until it was sent. */
import { api, ok } from '@/api/client';
import type { Answer, Applying, Checklist, Inspection, SchoolChecklists } from '@/shared/inspection';
import { uuid7 } from '@/shared/queue/uuid';
import { school } from './me';

/** An answer as far as it is given. */
export interface DraftAnswer {
  answer: Answer | null;
  note: string;
}

/** An inspection under way. */
export interface Draft {
  id: string;
  answers: DraftAnswer[];
}

export const draftKey = (checklist: string): string => `inspection.${school.value?.id ?? ''}.${checklist}`;

export const fresh = (checklist: Checklist): Draft => ({ id: uuid7(), answers: checklist.items.map(() => ({ answer: null, note: '' })) });

export async function readChecklists(): Promise<SchoolChecklists | null> {
  const id = school.value?.id;
  return id === undefined ? null : ok(api.GET('/api/v1/schools/{id}/checklists', { params: { path: { id } } }));
}

/** Those that are mine to go through. */
export const mine = (found: SchoolChecklists | null): Applying[] => found?.items.filter((one) => one.mine) ?? [];

/** The places of the items that still lack an answer, or words after a "no". */
export const lacking = (draft: Draft): number[] =>
  draft.answers.flatMap((one, place) => (one.answer === null || (one.answer === 'no' && one.note.trim() === '') ? [place] : []));

export const send = (schoolId: string, checklist: string, draft: Draft): Promise<Inspection> => {
  const answers = draft.answers.flatMap(({ answer, note }) => (answer === null ? [] : [{ answer, note: answer === 'no' ? note.trim() : '' }]));
  return ok(api.POST('/api/v1/schools/{id}/inspections', { params: { path: { id: schoolId } }, body: { id: draft.id, checklist_id: checklist, answers } }));
};
