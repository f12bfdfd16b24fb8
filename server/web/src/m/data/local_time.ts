/** Between what people enter by a school's clock and instants. */
import { clock, dateOf } from '@/shared/format';

/** How far a zone is ahead of UTC at an instant, milliseconds. */
function ahead(at: number, zone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${dateOf(minute, zone)}T${clock(minute, zone)}:00Z`) - minute;
}

/** The instant of a date (YYYY-MM-DD) and a time (HH:MM) in a zone, RFC 3339; null if they are not complete. */
export function instantOf(date: string, time: string, zone: string): string | null {
  const local = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(local)) return null;
  // Twice, because the first guess may lie beyond a change of the zone's offset.
  const guess = local - ahead(local, zone);
  return new Date(local - ahead(guess, zone)).toISOString();
}
