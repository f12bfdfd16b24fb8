/** Counting with dates that are no instants: YYYY-MM-DD. */

const DAY_MS = 86_400_000;

function at(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function text(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** So many days later. */
export function plusDays(date: string, days: number): string {
  return text(at(date) + days * DAY_MS);
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((at(to) - at(from)) / DAY_MS);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(at(date)).getUTCDay() + 6) % 7;
}

/** YYYY-MM of a date. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** So many months later, as YYYY-MM. */
export function plusMonths(month: string, months: number): string {
  const [year, index] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 1970, (index ?? 1) - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The first and the last date of a month. */
export function spanOf(month: string): readonly [first: string, last: string] {
  return [`${month}-01`, plusDays(`${plusMonths(month, 1)}-01`, -1)];
}

/** The weeks, Monday to Sunday, that hold a month; dates beside it are among them. */
export function weeksOf(month: string): string[][] {
  const [first, last] = spanOf(month);
  const start = plusDays(first, -weekdayOf(first));
  const count = Math.ceil((daysBetween(start, last) + 1) / 7);
  return Array.from({ length: count }, (_, week) => Array.from({ length: 7 }, (_day, index) => plusDays(start, week * 7 + index)));
}
