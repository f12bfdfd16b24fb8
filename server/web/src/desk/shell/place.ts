/** The school or organization that is open: what it is, where it lies and what one may do there. */
import { computed, shallowRef } from 'vue';
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { Right } from './area';

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

/** Whether it is the organization at the top, above everything that this server knows. */
export const isTop = ({ organization }: Place): boolean => typeof organization.parent_id !== 'string';

/** Opens a place; `again` after it was edited. Throws `ApiError` if one may not see it. */
export async function openPlace(id: string, again = false): Promise<Place> {
  if (!again && place.value?.organization.id === id) return place.value;
  const { rights, ancestors: above, ...organization } = await ok(api.GET('/api/v1/organizations/{id}', { params: { path: { id } } }));
  return (place.value = { organization, above, rights: new Set(rights) });
}

/** Leaves the place, for pages that belong to none. */
export function leavePlace(): void {
  place.value = null;
}
