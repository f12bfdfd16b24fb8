/** Readings that the description of the API does not name yet, in the form that was agreed on. */
import { api, ApiError, ok } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Grade = Schemas['Grade'];
export type Role = Schemas['Role'];

export interface PostOfDay {
  duty_id: string;
  checkpoint: { id: string; name?: string | null };
  window: { id: string; name?: string | null; kind?: Schemas['WindowKind'] | null; starts_at?: string | null; ends_at?: string | null };
  roles?: Role[];
  count: number;
  status: Schemas['CoverageStatus'];
  required_seconds: number;
  covered_seconds: number;
  slot_seconds: number;
  excused?: string | null;
  /** Of a live day: whether the window is over. */
  over?: boolean;
}

export interface DayOfPosts {
  date: string;
  kind: Schemas['DayKind'];
  reason: string;
  state: 'live' | 'final';
  revision: number;
  posts: PostOfDay[];
}

/** A stretch of a slot: who fills it, by which check-in. */
export interface Filled {
  from: string;
  to: string;
  grade: Grade;
  role?: Role | null;
  person: { id: string; name: string };
  check_in_id: string;
}

export interface Stay {
  person: { id: string; name: string };
  checkpoint: { id: string; name?: string | null };
  from: string;
  to: string;
  stretches: Filled[];
  /** Every proof of it, oldest first. */
  check_ins: string[];
}

export interface Evidence {
  duties: { duty_id: string; lanes: Filled[][] }[];
  stays: Stay[];
}

type Answer = Promise<{ data?: unknown; error?: unknown; response: Response }>;
const get = api.GET as unknown as (path: string, options: { params: { path: object; query: object } }) => Answer;

/** Each post on each date, for the month and the trends. */
export async function postsOfDays(school: string, from: string, to: string): Promise<DayOfPosts[]> {
  const path = { id: school };
  const [answer, duties] = await Promise.all([
    ok(get('/api/v1/schools/{id}/coverage/posts', { params: { path, query: { from, to } } })),
    ok(api.GET('/api/v1/schools/{id}/duties', { params: { path } })),
  ]);
  const roles = new Map(duties.items.map((duty) => [duty.id, duty.roles]));
  const { days } = answer as { days: DayOfPosts[] };
  return days.map((day) => ({ ...day, posts: day.posts.map((post) => ({ ...post, roles: post.roles ?? roles.get(post.duty_id) ?? [] })) }));
}

/** Who filled each slot at each second of a day. Null where the server cannot say. */
export async function evidenceOf(school: string, date: string): Promise<Evidence | null> {
  try {
    return (await ok(get('/api/v1/schools/{id}/coverage/evidence', { params: { path: { id: school }, query: { date } } }))) as Evidence;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}
