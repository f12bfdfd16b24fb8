/** Ranges of dates for comparisons and reports: all of the organization's calendar. */
import { monthOf, plusDays, plusMonths, spanOf } from '@/desk/setup/parts/dates';

export const RANGES = ['today', 'week', 'month', 'last_month', 'term', 'year'] as const;
export type RangeName = (typeof RANGES)[number];
export interface Span { from: string; to: string }
export interface Term { starts_on: string; ends_on: string }

/** Without a term: a school term is about as long. */
const TERM_DAYS = 180;

/** The dates of a range as of today. The end may lie ahead: the server cuts at today. */
export function spanFor(name: RangeName, today: string, terms: readonly Term[] = []): Span {
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: plusDays(today, -6), to: today };
    case 'month':
      return { from: `${monthOf(today)}-01`, to: today };
    case 'last_month': {
      const [from, to] = spanOf(plusMonths(monthOf(today), -1));
      return { from, to };
    }
    case 'term': {
      const term = termOf(today, terms);
      return term === null ? { from: plusDays(today, 1 - TERM_DAYS), to: today } : { from: term.starts_on, to: term.ends_on < today ? term.ends_on : today };
    }
    case 'year':
      return { from: plusDays(today, -364), to: today };
  }
}

/** The term that holds today, or the last one before it. */
export function termOf(today: string, terms: readonly Term[]): Term | null {
  const begun = terms.filter((term) => term.starts_on <= today);
  return [...begun].sort((a, b) => b.starts_on.localeCompare(a.starts_on))[0] ?? null;
}

/** A half month that a table is handed in for: on the 15th for the 1st to the 14th, on the 1st for the rest. */
export interface HalfMonth extends Span { due: string }

/** The half months up to today, the newest first; the one that runs is the first. */
export function halfMonths(today: string, count = 12): HalfMonth[] {
  let month = monthOf(today);
  let second = today.slice(8) >= '15';
  const found: HalfMonth[] = [];
  while (found.length < count) {
    const last = spanOf(month)[1];
    found.push(second
      ? { from: `${month}-15`, to: last, due: `${plusMonths(month, 1)}-01` }
      : { from: `${month}-01`, to: `${month}-14`, due: `${month}-15` });
    if (!second) month = plusMonths(month, -1);
    second = !second;
  }
  return found;
}
