/** What the app asks of the API beyond its types of today. One place, so that it is swapped at once when the types are renewed. */
import { api, ok } from '@/api/client';
import type { CheckIn, DayKind, Grade, Role, ShiftBody, WindowKind } from './wire';

/** A shift with what a person reads: where, when, whether there is school. */
export type Shift = ShiftBody & {
  checkpoint?: { id: string; name?: string | null } | null;
  school?: { id: string; name: string; timezone: string } | null;
  window?: {
    id: string;
    kind: WindowKind;
    name?: string | null;
    starts_at: string;
    ends_at: string;
    on_post_by: string;
    /** Why its times are not the usual ones. */
    moved?: string | null;
  } | null;
  day?: { kind: DayKind; reason: string };
  duty?: { excused?: string | null } | null;
};

/** Check-ins that one could co-sign now, and the posts where one is on duty well enough to do so. */
export interface CoSignables {
  items: CheckIn[];
  posts: { id: string; name: string }[];
}

/** A post as it stands for oneself: my time there, who else is there. */
export interface Here {
  now: string;
  roles: Role[];
  me: {
    on_post_until: string | null;
    again_by: string | null;
    elsewhere: { checkpoint: { id: string; name: string }; until: string } | null;
  };
  others: { role: Role; grade: Grade; since: string; until: string }[];
}

/** The proof that it is oneself, before an account is deleted. */
export type Proof = { current_password: string } | { code: string };

type Untyped = (path: string, init?: { body?: unknown; parseAs?: 'blob' }) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

const get = api.GET as unknown as Untyped;
const post = api.POST as unknown as Untyped;

export async function coSignables(): Promise<CoSignables> {
  return (await ok(get('/api/v1/me/co-signables'))) as CoSignables;
}

export async function hereAt(checkpoint: string): Promise<Here> {
  return (await ok(get(`/api/v1/checkpoints/${encodeURIComponent(checkpoint)}/here`))) as Here;
}

/** Hands a shift to the person with this phone number. */
export async function handOver(shift: string, phone: string): Promise<Shift> {
  return (await ok(post(`/api/v1/shifts/${encodeURIComponent(shift)}/stand-in`, { body: { phone } }))) as Shift;
}

/** Everything that is kept about oneself, as one JSON document. */
export async function exportMe(): Promise<Blob> {
  return (await ok(get('/api/v1/me/export', { parseAs: 'blob' }))) as Blob;
}

export async function deleteMe(proof: Proof): Promise<void> {
  await ok(post('/api/v1/me/deletion', { body: proof }));
}
