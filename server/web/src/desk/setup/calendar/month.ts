/** A month of days as the calendar page shows it. */
import type { components } from '@/api/schema';
import type { State } from '@/shared/marks';
import { monthOf, weeksOf } from '../parts/dates';
import type { OwnDay } from '../parts/needs';

export type DayChange = components['schemas']['DayChangeBody'];
export type DayKind = components['schemas']['DayKind'];

export interface Cell {
  date: string;
  inMonth: boolean;
  day: OwnDay | null;
  /** Changes that hold; withdrawn ones are not among them. */
  changes: DayChange[];
}

/** Weeks of cells; days that were not read are empty. */
export function cellsOf(month: string, days: readonly OwnDay[], changes: readonly DayChange[]): Cell[][] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  return weeksOf(month).map((week) => week.map((date) => ({
    date,
    inMonth: monthOf(date) === month,
    day: byDate.get(date) ?? null,
    changes: changes.filter((change) => change.date === date && !change.withdrawn_at),
  })));
}

/** The shape for a kind of day, where it is not an ordinary school day. */
export function markOf(kind: DayKind): State | null {
  if (kind === 'school_day') return null;
  if (kind === 'make_up_day') return 'planned';
  return kind === 'unknown' ? 'unknown' : 'not_required';
}

/** A notice in the form of holiday-cn, as far as it is needed; null if the value is none. */
export function holidayCn(value: unknown): components['schemas']['HolidayCn'] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { year, papers, days } = value as Record<string, unknown>;
  if (typeof year !== 'number' || !Array.isArray(days)) return null;
  const read = (days as unknown[]).map(holiday);
  if (read.some((day) => day === null)) return null;
  return { year, papers: Array.isArray(papers) ? papers.filter((paper) => typeof paper === 'string') : [], days: read.filter((day) => day !== null) };
}

function holiday(value: unknown): components['schemas']['HolidayCnDay'] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, date, isOffDay } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof date === 'string' && typeof isOffDay === 'boolean' ? { name, date, isOffDay } : null;
}
