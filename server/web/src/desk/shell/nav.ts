/** The navigation of a place. */
import type { NavEntry } from './area';
import { areas } from './areas';
import { isTop, type Place } from './place';

/** The entries that one's rights allow there, in their order. */
export function navOf(place: Place): NavEntry[] {
  const { kind } = place.organization;
  const all = areas.flatMap((area) => (kind === 'school' ? area.schoolNav : area.organizationNav) ?? []);
  return all.filter((entry) => place.rights.has(entry.right) && (entry.kinds?.includes(kind) ?? true) && (entry.top !== true || isTop(place)));
}
