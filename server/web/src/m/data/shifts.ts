/** My shifts: asked, accepted, declined. Declining takes no reason. */
import { api, ok } from '@/api/client';
import type { Shift } from './mine';

const AHEAD_DAYS = 30;

/** A date some days later, as YYYY-MM-DD. */
export function plusDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** From a date on, those that still say something to their person. */
export async function myShifts(from: string): Promise<Shift[]> {
  const query = { from, to: plusDays(from, AHEAD_DAYS) };
  const { items } = await ok(api.GET('/api/v1/me/shifts', { params: { query } }));
  return open(items);
}

/** Without those taken back; by date and start. */
export function open(shifts: Shift[]): Shift[] {
  const start = (shift: Shift) => `${shift.date} ${shift.window?.starts_at ?? ''}`;
  return shifts.filter((shift) => shift.state !== 'cancelled').sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0));
}

export async function answerShift(id: string, answer: 'accept' | 'decline'): Promise<void> {
  const params = { path: { id } };
  if (answer === 'accept') await ok(api.POST('/api/v1/shifts/{id}/accept', { params }));
  else await ok(api.POST('/api/v1/shifts/{id}/decline', { params }));
}
