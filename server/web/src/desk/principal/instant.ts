/** A clock time on a date of the school's zone as an instant. */

/** How far a zone is ahead of UTC at an instant, milliseconds. */
function offset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(new Date(at));
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at / 1000) * 1000;
}

/** RFC 3339, in UTC. Where clocks are set back, the first of the two times. */
export function instant(date: string, time: string, zone: string): string {
  const local = Date.parse(`${date}T${time}:00Z`);
  const guess = local - offset(local, zone);
  return new Date(local - offset(guess, zone)).toISOString();
}
