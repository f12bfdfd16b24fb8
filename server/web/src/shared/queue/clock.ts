/** The two clocks of a phone: the one on the wall, which anybody can set, and one that only counts on. */
import { uuid7 } from './uuid';

export interface Clock {
  /** Milliseconds since 1970 by the wall clock. */
  wall(): number;
  /** Milliseconds that only ever grow, while this page lives. */
  steady(): number;
  /** Names the life of this page: after a reload the steady clock starts again. */
  life: string;
}

export const pageClock: Clock = { wall: () => Date.now(), steady: () => performance.now(), life: uuid7() };

/**
 * Milliseconds since a tap that nobody could have set, or null where that is not known: after a reload or in another tab,
 * and where the steady clock counted less than the wall clock. That happens when a phone slept (`performance.now()` stands
 * still then), and a wrong number is worse than none. Counting more is fine: then somebody set the wall clock back.
 */
export function elapsed(tap: { life: string; lifeMs: number; tapped: number }, clock: Clock): number | null {
  if (tap.life !== clock.life) return null;
  const counted = clock.steady() - tap.lifeMs;
  const shown = clock.wall() - tap.tapped;
  // The tolerance with which the server looks for a clock that jumped.
  const slept = shown - counted > 5000 + counted / 5000;
  return counted < 0 || slept ? null : Math.round(counted);
}

/** An instant as RFC 3339 with the offset of the phone's own zone. */
export function stamp(at: number): string {
  const date = new Date(at);
  const minutes = -date.getTimezoneOffset();
  const two = (number: number) => String(number).padStart(2, '0');
  const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1);
  const away = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}
