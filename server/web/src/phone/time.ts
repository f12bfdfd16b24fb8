/** Times as the phone page shows them: by the server's clock, in the school's zone. */
import { clock, day, duration } from '@/shared/format';
import { lang } from '@/shared/lang';
import type { Facts, Window } from './facts';
import { words } from './words';

const ZONE = 'Asia/Shanghai';

/** How far the server's clock is ahead of the phone's, milliseconds. */
export function offsetOf(now: string | undefined): number {
  return now === undefined ? 0 : Date.parse(now) - Date.now();
}

function zoneOf(facts: Facts | null): string {
  return facts?.school.timezone ?? ZONE;
}

/** The school's offset from UTC today, milliseconds, as the server's times carry it. */
export function offsetFromUtc(facts: Facts | null): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(facts?.now ?? facts?.window?.starts_at ?? '') ?? ['', '+', '08', '00'];
  return (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes));
}

/** The wall of the school at an instant of today, as YYYY-MM-DDTHH:MM:SS. To ask `Intl` costs an old phone 50 ms each. */
function wall(at: string | number, facts: Facts | null): string {
  return new Date(new Date(at).getTime() + offsetFromUtc(facts)).toISOString();
}

/** 07:21, or 07:21:04, of today. */
export function shown(at: string | number, facts: Facts | null, seconds = false): string {
  return wall(at, facts).slice(11, seconds ? 19 : 16);
}

/** 6月3日 / 3 June, for a day of the school's calendar. */
export function dateShown(date: string): string {
  return day(date, lang());
}

/** 07:21:04 today, 11月23日 周一 07:21 otherwise. */
export function whenShown(at: number, now: number, facts: Facts | null): string {
  const date = wall(at, facts).slice(0, 10);
  return date === wall(now, facts).slice(0, 10) ? shown(at, facts, true) : `${day(date, lang())} ${clock(at, zoneOf(facts))}`;
}

/** A stretch of time; the last minute counts in seconds. */
export function span(ms: number): string {
  return duration(Math.max(0, ms) / 1000, lang());
}

/** What is left is rounded up: at 07:59:30 it is not over yet. */
function left(ms: number): string {
  return span(ms < 60_000 ? ms : Math.ceil(ms / 60_000) * 60_000);
}

/** 上学 07:20–08:00 and what its clock says. */
export function windowClock(window: Window | null | undefined, now: number, facts: Facts): { text: string; clock: string } {
  const w = words();
  if (!window) return { text: w.noWindow, clock: '' };
  const [from, to] = [Date.parse(window.starts_at), Date.parse(window.ends_at)];
  const text = `${w.windows[window.kind]} ${shown(from, facts)}–${shown(to, facts)}`;
  if (now < from) return { text, clock: w.startsIn(left(from - now)) };
  return { text, clock: now < to ? w.left(left(to - now)) : w.ended };
}
