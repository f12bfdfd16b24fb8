/** Shifts beside the check-ins of those who were planned. */
import type { components } from '@/api/schema';
import type { CheckIn } from '../evidence/data';
import { plusDays, weekday } from '../dates';
import type { Roster } from '../roster';

export type Shift = components['schemas']['ShiftBody'] & { person_name?: string | null };

export interface Row {
  shift: Shift;
  name: string;
  /** When the person first checked in at that post on that day, within the window and its lead; null if not yet. */
  came: string | null;
  /** The grade of that check-in. */
  grade: CheckIn['effective_grade'] | null;
  /** When people are to be on post, HH:MM; null if the window is not known. */
  onPostBy: string | null;
}

/** Minutes of a local clock text. */
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const clockOf = (minutes: number): string => `${String(Math.floor(Math.max(0, minutes) / 60)).padStart(2, '0')}:${String(Math.max(0, minutes) % 60).padStart(2, '0')}`;

/** Whether the person should be there by now: a day before today, or today after the lead began. */
export function isDue(row: Row, today: string, time: string): boolean {
  return row.shift.date < today || (row.shift.date === today && (row.onPostBy === null || row.onPostBy <= time));
}

/** How long before the lead a check-in still belongs to a window, minutes. */
const EARLY = 60;

/** A row for each shift. `timeOf` gives the local HH:MM of a check-in. */
export function rowsOf(shifts: Shift[], checkIns: CheckIn[], roster: Roster, timeOf: (at: string) => string): Row[] {
  return shifts.map((shift) => {
    const duty = roster.duties.get(shift.duty_id);
    const window = duty === undefined ? undefined : roster.windows.get(duty.window_id);
    const mine = checkIns.find((one) => {
      if (one.person.id !== shift.person_id || one.checkpoint?.id !== duty?.checkpoint_id) return false;
      if (one.kind === 'leave' || one.effective_grade === 'rejected' || one.effective_grade === 'contradicted') return false;
      if (window === undefined) return true;
      const at = minutesOf(timeOf(one.at));
      return at >= minutesOf(window.starts) - window.lead_minutes - EARLY && at < minutesOf(window.ends);
    });
    return { shift, name: shift.person_name ?? roster.names.get(shift.person_id) ?? '–', came: mine?.at ?? null, grade: mine?.effective_grade ?? null, onPostBy: window === undefined ? null : clockOf(minutesOf(window.starts) - window.lead_minutes) };
  });
}

/** Whether the person may be expected. */
export const stands = (shift: Shift): boolean => shift.state === 'planned' || shift.state === 'accepted';

/** The dates from one to another that fall on the weekdays (Monday 0), at most 60. */
export function datesOn(from: string, to: string, weekdays: number[]): string[] {
  const found: string[] = [];
  for (let date = from; date <= to && found.length < 60; date = plusDays(date, 1)) if (weekdays.includes(weekday(date))) found.push(date);
  return found;
}
