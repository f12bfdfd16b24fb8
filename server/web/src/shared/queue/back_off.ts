/** Longer than this no server makes the queue wait, whatever it says: a wrong Retry-After must not strand evidence. */
export const LONGEST = 3_600_000;

/**
 * Milliseconds until the next try after `failures` in a row: what the server said, else 2 s, doubled each time up to 5 min;
 * plus up to a third at random, so that a school's phones do not come back all at once.
 */
export function backOff(failures: number, retryAfter: number | null, random: number): number {
  const base = retryAfter === null ? Math.min(2000 * 2 ** Math.max(0, failures - 1), 300_000) : retryAfter * 1000;
  return Math.min(base, LONGEST) * (1 + random / 3);
}

/** Seconds in a Retry-After header, given as such or as a date; null if there is none to be read. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const until = Number.isFinite(seconds) ? seconds : (Date.parse(header) - now) / 1000;
  return Number.isFinite(until) ? Math.max(0, until) : null;
}
