/** Windows and duties as they hold through time: the API lists each stretch of dates by itself. */
import type { components } from '@/api/schema';
import { matches } from '@/desk/ui/list';

export type WindowBody = components['schemas']['WindowBody'];
export type DutyBody = components['schemas']['DutyBody'];
export type DayName = components['schemas']['DayName'];

export const DAY_NAMES: readonly DayName[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

interface Stretch { id: string; valid_from: string; valid_to?: string | null }

/** One rule: as it is now (or will first be), and as it will be later. */
export interface Through<T> {
  now: T;
  later: T[];
}

/** Stretches of the same rule put together, in the order in which rules first come. */
export function through<T extends Stretch>(stretches: readonly T[], today: string): Through<T>[] {
  const byId = new Map<string, T[]>();
  for (const one of stretches) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return [...byId.values()].flatMap((all) => {
    const sorted = [...all].sort((a, b) => a.valid_from.localeCompare(b.valid_from));
    const left = sorted.filter((one) => (one.valid_to ?? null) === null || (one.valid_to ?? '') > today);
    const [now, ...later] = left;
    return now === undefined ? [] : [{ now, later }];
  });
}

/** Those stretches that hold on a date. */
export function validOn<T extends Stretch>(stretches: readonly T[], date: string): T[] {
  return stretches.filter((one) => one.valid_from <= date && (!one.valid_to || date < one.valid_to));
}

/** A window with what it asks for, in order. */
export interface WindowWithDuties {
  window: Through<WindowBody>;
  duties: Through<DutyBody>[];
}

/** Windows by their start, each with its duties in order. */
export function arranged(windows: readonly WindowBody[], duties: readonly DutyBody[], today: string): WindowWithDuties[] {
  const all = through(duties, today);
  return through(windows, today)
    .sort((a, b) => a.now.starts.localeCompare(b.now.starts) || a.now.ends.localeCompare(b.now.ends) || a.now.name.localeCompare(b.now.name))
    .map((window) => ({
      window,
      duties: all
        .filter((duty) => duty.now.window_id === window.now.id)
        .sort((a, b) => a.now.position - b.now.position || a.now.id.localeCompare(b.now.id)),
    }));
}

/** A window in which a search found something, and which of its duties; null for all of them. */
export interface FoundWindow {
  rule: WindowWithDuties;
  only: ReadonlySet<string> | null;
}

/** The windows whose own words have what is searched for, whole, and the duties that have it together with their window's words. */
export function narrowed(rules: readonly WindowWithDuties[], search: string, ofWindow: (window: WindowBody) => string, ofDuty: (duty: DutyBody) => string): FoundWindow[] {
  return rules.flatMap((rule): FoundWindow[] => {
    const words = ofWindow(rule.window.now);
    if (matches(words, search)) return [{ rule, only: null }];
    const only = new Set(rule.duties.filter((duty) => matches(`${words} ${ofDuty(duty.now)}`, search)).map((duty) => duty.now.id));
    return only.size === 0 ? [] : [{ rule, only }];
  });
}

/** The list with one thing moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const one = list[from];
  return one === undefined ? [...list] : [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** Minutes since midnight of HH:MM or HH:MM:SS. */
export function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** HH:MM of minutes since midnight; on the day itself, not beyond it. */
export function timeOf(minute: number): string {
  const within = Math.max(0, Math.min(1439, minute));
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** Whether weekdays are the five of work or all seven; null for any others. */
export function weekdayKind(days: readonly DayName[]): 'workdays' | 'every' | null {
  const key = DAY_NAMES.filter((day) => days.includes(day)).join();
  if (key === 'mon,tue,wed,thu,fri') return 'workdays';
  return key === DAY_NAMES.join() ? 'every' : null;
}
