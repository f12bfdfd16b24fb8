/** The posts of a month, and the evidence behind a day. */
import { api, ApiError, ok } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Grade = Schemas['Grade'];
export type Role = Schemas['Role'];
export type PostOfDay = Schemas['PostOfDayBody'];
export type DayOfPosts = Schemas['PostsOfDayBody'];
/** A stretch of a slot: who fills it, by which check-in. */
export type Filled = Schemas['RestsBody'];
export type Stay = Schemas['StayEvidenceBody'];
export type Evidence = Schemas['EvidenceBody'];

/** Each post on each date, for the month and the trends. */
export async function postsOfDays(school: string, from: string, to: string): Promise<DayOfPosts[]> {
  const answer = await ok(api.GET('/api/v1/schools/{id}/coverage/posts', { params: { path: { id: school }, query: { from, to } } }));
  return answer.days;
}

/** Who filled each slot at each second of a day. Null where the server cannot say. */
export async function evidenceOf(school: string, date: string): Promise<Evidence | null> {
  try {
    return await ok(api.GET('/api/v1/schools/{id}/coverage/evidence', { params: { path: { id: school }, query: { date } } }));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}
