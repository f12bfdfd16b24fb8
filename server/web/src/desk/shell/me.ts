/** Who is signed in, and what they hold where. */
import { shallowRef } from 'vue';
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { forget, session } from '@/shared/session';

export type Profile = components['schemas']['ProfileBody'];
export type Membership = components['schemas']['MemberBody'];

/** The account of the session, once loaded. */
export const me = shallowRef<Profile | null>(null);

let loading: Promise<Profile> | null = null;

/** The account; asked for once and kept, unless `again`. */
export async function loadMe(again = false): Promise<Profile> {
  const wanted = session()?.person.id;
  if (!again && me.value !== null && me.value.id === wanted) return me.value;
  loading ??= ok(api.GET('/api/v1/me')).finally(() => (loading = null));
  return (me.value = await loading);
}

/** What the account holds now; not what was asked for or has ended. */
export function held(profile: Profile): Membership[] {
  return profile.memberships.filter((one) => one.state === 'active' && (one.ended_at ?? null) === null);
}

/** Ends the session here and on the server. Without a network it ends here; the server's ends by itself. */
export async function signOut(): Promise<void> {
  try {
    await api.DELETE('/api/v1/sessions/current');
  } catch {
    // Said above.
  }
  forget();
  me.value = null;
}
