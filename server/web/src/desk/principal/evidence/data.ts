/** Check-ins with their evidence. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';

export type CheckIn = components['schemas']['CheckInBody'];
export type Flag = components['schemas']['Flag'];
type Asked = { date?: string; person?: string; checkpoint?: string; grade?: components['schemas']['Grade']; flag?: Flag };

/** One part of a school's check-ins, newest first. */
export function checkIns(school: string, asked: Asked, after?: string, limit = 100) {
  const query = { ...asked, limit, ...(after === undefined ? {} : { after }) };
  return ok(api.GET('/api/v1/schools/{id}/check-ins', { params: { path: { id: school }, query } }));
}

/** Every check-in that was asked for, in the order of time. */
export async function allCheckIns(school: string, asked: Asked): Promise<CheckIn[]> {
  const found: CheckIn[] = [];
  let after: string | undefined;
  do {
    const part = await checkIns(school, asked, after, 500);
    found.push(...part.items);
    after = part.next ?? undefined;
  } while (after !== undefined);
  return found.reverse();
}
