/** Who holds this phone: kept here, so that the next scan shows it before any answer. */
import { session } from '@/shared/session';
import { get, post, type Schemas } from './http';
import { recall, remember } from './remember';

type Member = Schemas['MemberBody'];
export type Membership = { school: string; name: string; role: Schemas['Role']; state: Member['state'] };

export interface Profile {
  id: string;
  name: string;
  memberships: Membership[];
  /** Whether the position may be sent: agreed to the text in force. Null if that is not known yet. */
  location: boolean | null;
  /** The text to agree to. */
  locationText: string;
}

/** Who taps: somebody with a session, or whose session has ended on this phone. The latter's items wait for their sign-in. */
export interface Who {
  id: string;
  name: string;
  signedIn: boolean;
}

export function who(): Who | null {
  const now = session();
  if (now !== null) return { ...now.person, signedIn: true };
  const last = recall<Profile>('me');
  return last === null ? null : { id: last.id, name: last.name, signedIn: false };
}

/** What was kept of a person; null for somebody else. */
export function kept(id: string | undefined): Profile | null {
  const last = recall<Profile>('me');
  return last !== null && last.id === id ? last : null;
}

/** A newer text is asked for anew: consent to the old one says nothing of it. */
export function agreed(consent: Schemas['ConsentBody']): boolean | null {
  if (consent.given === true) return consent.answered_version === consent.version;
  return consent.given ?? null;
}

function memberships(members: Member[]): Membership[] {
  return members.flatMap(({ role, state, organization }) => (role ? [{ school: organization.id, name: organization.name, role, state }] : []));
}

/** Reads the account and the consents, and keeps them. */
export async function readProfile(): Promise<Profile> {
  const [me, consents] = await Promise.all([get<Schemas['ProfileBody']>('/me'), get<Schemas['Page_ConsentBody']>('/me/consents?kind=location')]);
  const location = consents.items.find(({ kind }) => kind === 'location');
  const profile: Profile = {
    id: me.id,
    name: me.name,
    memberships: memberships(me.memberships),
    location: location === undefined ? false : agreed(location),
    locationText: location?.text ?? '',
  };
  remember('me', profile);
  return profile;
}

/** Agrees to the use of the position. */
export async function agreeToLocation(): Promise<void> {
  await post('/me/consents', { kind: 'location', given: true } satisfies Schemas['ConsentAnswer']);
}

/** Forgets who was here. Their queue stays theirs. */
export function forgetMe(): void {
  remember('me', null);
}
