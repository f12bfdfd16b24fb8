/** The school or organization that is open: what it is, where it lies and what one may do there. */
import { computed, shallowRef } from 'vue';
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { Right } from './area';
import { held, loadMe, type Profile } from './me';

export type Organization = components['schemas']['OrganizationBody'];

export interface Place {
  organization: Organization;
  /** From the top of what one may see down to the parent. */
  above: Pick<Organization, 'id' | 'name' | 'kind'>[];
  rights: ReadonlySet<Right>;
}

/** The place that the address names; null outside any. */
export const place = shallowRef<Place | null>(null);

/** The zone whose days and times are shown. */
export const zone = computed(() => place.value?.organization.timezone ?? 'Asia/Shanghai');

/** Whether one has a right over the place that is open. */
export function can(right: Right): boolean {
  return place.value?.rights.has(right) ?? false;
}

/** Opens a place; `again` after it was edited. Throws `ApiError` if one may not see it. */
export async function openPlace(id: string, again = false): Promise<Place> {
  if (!again && place.value?.organization.id === id) return place.value;
  const [organization, profile] = await Promise.all([read(id), loadMe()]);
  const above = await ancestors(organization, profile);
  const rights = new Set<Right>();
  const lineage = new Set([id, ...above.map((one) => one.id)]);
  for (const one of held(profile)) {
    if (lineage.has(one.organization.id) || (await assigned(one.organization.id, organization))) one.rights.forEach((right) => rights.add(right));
  }
  return (place.value = { organization, above, rights });
}

/** Leaves the place, for pages that belong to none. */
export function leavePlace(): void {
  place.value = null;
}

const read = (id: string) => ok(api.GET('/api/v1/organizations/{id}', { params: { path: { id } } }));

/** What lies above, as far as one may see: no farther up than what one holds. */
async function ancestors(of: Organization, profile: Profile): Promise<Organization[]> {
  const found: Organization[] = [];
  const higher = new Set(held(profile).map((one) => one.organization.id));
  higher.delete(of.id);
  let parent = of.parent_id ?? null;
  while (parent !== null && higher.size > 0) {
    try {
      const next: Organization = await read(parent);
      found.unshift(next);
      higher.delete(next.id);
      parent = next.parent_id ?? null;
    } catch {
      break;
    }
  }
  return found;
}

/** Whether a school is assigned to the station that something is held in. */
async function assigned(holder: string, school: Organization): Promise<boolean> {
  if (school.kind !== 'school') return false;
  try {
    const answer = await ok(api.GET('/api/v1/stations/{id}/schools', { params: { path: { id: holder } } }));
    return answer.items.some((one) => one.id === school.id);
  } catch {
    return false;
  }
}
