/** Categories of hazards and the days by level, as the bureaus above a place decided. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';

export type HazardRules = components['schemas']['HazardRulesBody'];
export type HazardCategory = HazardRules['categories'][number];
export type LevelDays = HazardRules['days'];

export const LEVELS: (keyof LevelDays)[] = ['minor', 'serious', 'major'];

export const readHazardRules = (id: string): Promise<HazardRules> => ok(api.GET('/api/v1/organizations/{id}/hazard-rules', { params: { path: { id } } }));

/** The categories in which something new is reported. */
export const offered = (rules: HazardRules | null): HazardCategory[] => rules?.categories.filter((one) => !one.retired) ?? [];

/** A category's name; null for one that is not known here. */
export const nameOf = (rules: HazardRules | null, key: string, lang: 'zh' | 'en'): string | null => rules?.categories.find((one) => one.key === key)?.[lang] ?? null;
