/** Rows of a roll-up as the pages use them. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { Lang } from '@/shared/lang';
import { day, monthName } from '@/shared/format';
import type { State } from '@/shared/marks';
import { saveBlob } from '@/desk/setup/parts/save';
import type { Span } from './ranges';

export type Sums = components['schemas']['SumsBody'];
export type RollUp = components['schemas']['RollUpBody'];
export type Row = components['schemas']['RowBody'];
export type By = components['schemas']['By'];

/** Figures that can be compared. All are shares in percent or counts of posts; none is of a person. */
export const FIGURES = ['posts', 'time', 'punctual', 'setUp'] as const;
export type Figure = (typeof FIGURES)[number];

/** Adds up the coverage of the schools of an organization. */
export function rollUp(organization: string, span: Span, by: By, byRole = false): Promise<RollUp> {
  const query = { ...span, by, ...(byRole ? { by_role: true } : {}) };
  return ok(api.GET('/api/v1/organizations/{id}/coverage/roll-up', { params: { path: { id: organization }, query } }));
}

/** The same as a file that spreadsheets open. */
export async function downloadRollUp(organization: string, span: Span, by: By, name: string): Promise<void> {
  const params = { path: { id: organization }, query: { ...span, by } };
  const blob = await ok<unknown>(api.GET('/api/v1/organizations/{id}/coverage/roll-up.csv', { params, parseAs: 'blob' }));
  saveBlob(`${name}.csv`, blob as Blob);
}

/** What a row is called: a date, a month, or the name of a term, school, station or bureau. */
export function nameIn(row: Row, lang: Lang): string {
  if (row.date) return day(row.date, lang);
  return row.name ?? (row.from ? monthName(row.from.slice(0, 7), lang) : '–');
}

/** A figure in percent; null where there is nothing to divide by. */
export function valueOf(sums: Sums, figure: Figure): number | null {
  switch (figure) {
    case 'posts':
      return sums.posts.posts_rate ?? null;
    case 'time':
      return sums.posts.time_rate ?? null;
    case 'punctual':
      return sums.punctuality.rate ?? null;
    case 'setUp':
      return sums.set_up_rate ?? null;
  }
}

/** 98.7 %, 93.0 %, 100 %, or a dash. The server rounds down, so that 100 % means all. */
export function rate(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  // Down again, to a tenth: 99.99 is not 100.
  return `${(Math.floor(value * 10 + 1e-9) / 10).toFixed(1).replace('100.0', '100')} %`;
}

/** Whole minutes that posts were not fully staffed. */
export function gapMinutes(sums: Sums): number {
  return Math.ceil((sums.posts.required_seconds - sums.posts.covered_seconds) / 60);
}

export type Standing = 'gap' | 'covered' | 'none' | 'unset';

/** How a school stands in a range, worst first. */
export function standing(sums: Sums): Standing {
  if (sums.school_days > 0 && sums.school_days_set_up === 0) return 'unset';
  const { posts_required: required, posts_covered: covered } = sums.posts;
  if (required === 0) return 'none';
  return covered === required ? 'covered' : 'gap';
}

/** Its shape. Only a gap that is open now is red; a past one is told by shape and number. */
export const MARKS: Record<Standing, State> = { gap: 'contradicted', covered: 'confirmed', none: 'not_required', unset: 'unknown' };

/** Worst gaps first: minutes, then empty posts, then schools that are not set up. */
export function worse(a: Sums, b: Sums): number {
  const unset = Number(standing(b) === 'unset') - Number(standing(a) === 'unset');
  return gapMinutes(b) - gapMinutes(a) || b.posts.posts_empty - a.posts.posts_empty || unset;
}
