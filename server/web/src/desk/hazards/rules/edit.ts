/** What a bureau decides about hazards, while it is edited. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { LEVELS, type HazardRules, type LevelDays } from '@/shared/hazard_rules';

export type NewRules = components['schemas']['NewHazardRulesBody'];
export type Edited = NewRules['categories'][number] & { retired: boolean };

/** The categories as they can be edited. */
export const editable = (rules: HazardRules): Edited[] => rules.categories.map(({ key, zh, en, retired }) => ({ key, zh, en, retired }));

/** The fields whose name is missing, too long, or another's. */
export function badNames(list: Edited[], field: 'zh' | 'en'): Set<Edited> {
  const longest = field === 'zh' ? 20 : 40;
  const name = (one: Edited) => one[field].trim().toLowerCase();
  const twice = (one: Edited) => !one.retired && list.some((other) => other !== one && !other.retired && name(other) === name(one));
  return new Set(list.filter((one) => name(one) === '' || [...one[field].trim()].length > longest || twice(one)));
}

/** Whether each level has some days, and a worse one no more than a lesser one. */
export const goodDays = (days: LevelDays): boolean =>
  LEVELS.every((level) => Number.isInteger(days[level]) && days[level] >= 1 && days[level] <= 90) && days.minor >= days.serious && days.serious >= days.major;

/** Moves what stands at a place up or down. */
export function moved<T>(list: T[], place: number, by: -1 | 1): T[] {
  const one = list[place];
  const to = place + by;
  if (one === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, at) => at !== place);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

export const putRules = (id: string, version: number, body: NewRules): Promise<HazardRules> =>
  ok(api.PUT('/api/v1/organizations/{id}/hazard-rules', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body }));
