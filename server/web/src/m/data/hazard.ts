/** Hazards: reported here, and put right by whoever they are assigned to. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { Hazard } from '@/shared/hazard';
import { nameOf, offered, type HazardRules } from '@/shared/hazard_rules';
import { lang } from '../words';
import { say } from '../words/hazard';
import { recall } from './cache';

export type NewHazard = components['schemas']['NewHazardBody'];

/** What every school has until its bureau decides otherwise: for a phone that has not read the school's categories yet. */
const BUILT_IN = ['public_order', 'traffic', 'food', 'fire', 'surroundings', 'facility', 'other'] as const;

/** Under what the rules of a school are kept on the phone. */
export const rulesKey = (school: string | null): string => `hazard.rules.${school ?? ''}`;

/** The rules of a school as they were last read. */
export const knownRules = (school: string | null): HazardRules | null => recall<HazardRules>(rulesKey(school))?.value ?? null;

/** A category in the language of the moment. */
export function categoryName(rules: HazardRules | null, key: string): string {
  const builtIn = BUILT_IN.find((one) => one === key);
  return nameOf(rules, key, lang.value) ?? (builtIn === undefined ? '' : say(`categories.${builtIn}`));
}

/** What can be chosen, each with its name. */
export const choices = (rules: HazardRules | null): [key: string, name: string][] =>
  (rules === null ? [...BUILT_IN] : offered(rules).map((one) => one.key)).map((key) => [key, categoryName(rules, key)]);

export const myHazards = async (): Promise<Hazard[]> => (await ok(api.GET('/api/v1/me/hazards'))).items;

export const rectified = (id: string, text: string): Promise<Hazard> =>
  ok(api.POST('/api/v1/hazards/{id}/steps', { params: { path: { id } }, body: { step: 'rectified', text } }));
