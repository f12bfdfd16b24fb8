/** Inspections, what is due, and the checklists of an organization. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { Checklist, Inspection, SchoolChecklists } from '@/shared/inspection';
import { can, place } from '@/desk/shell/place';

export type NewChecklist = components['schemas']['NewChecklistBody'];
export type NewItem = NewChecklist['items'][number];
export type MonthDue = components['schemas']['MonthDueBody'];
export type SchoolDue = MonthDue['schools'][number];
export type DueSum = SchoolDue['officer'];
export interface Dates { from: string; to: string }

const at = (id: string) => ({ path: { id } });

export const LEVELS: NewItem['level'][] = ['minor', 'serious', 'major'];
export const INSPECTORS: NewChecklist['inspector'][] = ['duty_head', 'officer', 'anyone'];
export const PER: NewChecklist['per'][] = ['day', 'month'];

export const readDue = (school: string): Promise<SchoolChecklists> => ok(api.GET('/api/v1/schools/{id}/checklists', { params: at(school) }));

export const readInspections = (school: string, dates: Dates | null, after?: string) =>
  ok(api.GET('/api/v1/schools/{id}/inspections', { params: { ...at(school), query: { limit: 100, ...(dates ?? {}), ...(after === undefined ? {} : { after }) } } }));

export const readInspection = (id: string): Promise<Inspection> => ok(api.GET('/api/v1/inspections/{id}', { params: at(id) }));

export const readChecklists = async (id: string): Promise<Checklist[]> => (await ok(api.GET('/api/v1/organizations/{id}/checklists', { params: { ...at(id), query: { retired: true } } }))).items;

export const addChecklist = (id: string, body: NewChecklist): Promise<Checklist> => ok(api.POST('/api/v1/organizations/{id}/checklists', { params: at(id), body }));

export const retire = (id: string): Promise<Checklist> => ok(api.POST('/api/v1/checklists/{id}/retire', { params: at(id) }));

export const readMonth = (id: string, month: string | null): Promise<MonthDue> =>
  ok(api.GET('/api/v1/organizations/{id}/inspections/due', { params: { ...at(id), query: month === null ? {} : { month: `${month}-01` } } }));

/** Who says what is looked at: a station decides about its rounds, schools and bureaus about their rules. */
export const manages = (): boolean => can(place.value?.organization.kind === 'station' ? 'manage_patrols' : 'manage_rules');
