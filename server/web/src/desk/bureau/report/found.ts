/** Hazards that were found in a period, for the half-month table. */
import { dateOf } from '@/shared/format';
import type { Hazard } from '@/shared/hazard';
import { readHazards } from '@/desk/hazards/data';
import { zone } from '@/desk/shell/place';
import type { Found } from './page';

/** How many were reported at each school from one local date to another, both included. */
export function foundIn(hazards: readonly Pick<Hazard, 'school_id' | 'reported_at'>[], from: string, to: string, inZone: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const { school_id, reported_at } of hazards) {
    const date = dateOf(reported_at, inZone);
    if (date >= from && date <= to) found.set(school_id, (found.get(school_id) ?? 0) + 1);
  }
  return found;
}

/** Reads them, the latest first, until they are older than the period. */
export async function readFound(organization: string, from: string, to: string): Promise<Found> {
  const all: Hazard[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await readHazards(organization, { of: 'all' }, after);
    all.push(...items);
    const last = items[items.length - 1];
    after = last === undefined || dateOf(last.reported_at, zone.value) < from ? undefined : (next ?? undefined);
  } while (after !== undefined);
  return foundIn(all, from, to, zone.value);
}
