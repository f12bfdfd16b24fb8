/** Who is signed in, what they hold, and the schools they may see. */
import { computed, ref, shallowRef } from 'vue';
import { api, ok } from '@/api/client';
import { forget, session } from '@/shared/session';
import { forgetKnown, recall, remember } from './cache';
import type { Profile, Right, Role, School } from './wire';
import { there } from './there';

export const profile = shallowRef<Profile | null>(null);
export const schools = shallowRef<School[]>([]);
const chosen = ref<string | null>(null);

const PAGE = 500;

/** Brings back what was last known of the person who is signed in. */
export function recallMe(): void {
  profile.value = recall<Profile>('me')?.value ?? null;
  schools.value = recall<School[]>('schools')?.value ?? [];
  chosen.value = recall<string>('school')?.value ?? null;
}

/** Reads the profile and the schools anew. */
export async function loadMe(): Promise<void> {
  const [mine, seen] = await Promise.all([ok(api.GET('/api/v1/me')), allSchools()]);
  profile.value = mine;
  schools.value = seen;
  remember('me', mine);
  remember('schools', seen);
}

async function allSchools(): Promise<School[]> {
  const seen: School[] = [];
  let after: string | undefined;
  do {
    const query = { kind: 'school' as const, limit: PAGE, ...(after === undefined ? {} : { after }) };
    const part = await ok(api.GET('/api/v1/organizations', { params: { query } }));
    seen.push(...part.items);
    after = part.next ?? undefined;
  } while (after !== undefined);
  return seen;
}

/** The school that is looked at: the one chosen last, else the first. */
export const school = computed<School | null>(
  () => schools.value.find((one) => one.id === chosen.value) ?? schools.value[0] ?? null,
);

/** The school where one is expected next, unless one chose another before. */
export function preferSchool(id: string): void {
  if (chosen.value === null && schools.value.some((one) => one.id === id)) chooseSchool(id);
}

/** Looks at another school, now and next time. */
export function chooseSchool(id: string): void {
  chosen.value = id;
  remember('school', id);
}

/** The zone of the school that is looked at, or of another one. */
export function zoneOf(id?: string | null): string {
  return (schools.value.find((one) => one.id === id) ?? school.value)?.timezone ?? 'Asia/Shanghai';
}

/** The name of a school that one sees. */
export function schoolName(id: string | null | undefined): string | null {
  return schools.value.find((one) => one.id === id)?.name ?? null;
}

const active = computed(() => profile.value?.memberships.filter((one) => one.state === 'active') ?? []);

/** What one waits for: memberships that a school has not approved yet. */
export const pending = computed(() => profile.value?.memberships.filter((one) => one.state === 'pending') ?? []);

/** Whether one holds a right anywhere. The server decides; this only keeps from offering what would be refused. */
export function may(right: Right): boolean {
  return active.value.some((one) => one.rights.includes(right));
}

/** The schools where one serves: by a role there, or in what stands above them (a station's officers serve at all of its schools). */
export const homeSchools = computed<School[]>(() => {
  const own = new Set(active.value.map((one) => one.organization.id));
  const direct = schools.value.filter((one) => own.has(one.id));
  return direct.length > 0 ? direct : school.value === null ? [] : [school.value];
});

/** In what capacities one may serve at a school: by a role there, or above it. */
export function rolesAt(id: string): Role[] {
  const direct = active.value.filter((one) => one.organization.id === id && there(one.role));
  const above = active.value.filter((one) => !schools.value.some((seen) => seen.id === one.organization.id));
  const held = [...direct, ...above].flatMap((one) => (!there(one.role) ? [] : [one.role]));
  return [...new Set(held)];
}

/** In what capacities one serves. */
export const roles = computed<Role[]>(() => {
  const held = active.value.flatMap((one) => (!there(one.role) ? [] : [one.role]));
  return [...new Set(held)];
});

/** Ends the session here and at the server. Unsent check-ins stay on the phone and go out when the same person signs in again. */
export async function signOut(): Promise<void> {
  if (session() !== null) await ok(api.DELETE('/api/v1/sessions/current')).catch(() => undefined);
  forgetMe();
}

/** Takes what is known of the person off the screen and off the phone. */
export function forgetMe(): void {
  forgetKnown();
  forget();
  profile.value = null;
  schools.value = [];
  chosen.value = null;
}
