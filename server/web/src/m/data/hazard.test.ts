import { beforeEach, describe, expect, it } from 'vitest';
import type { HazardRules } from '@/shared/hazard_rules';
import { setLang } from '../words';
import { categoryName, choices } from './hazard';

beforeEach(() => setLang('zh'));

const rules = { categories: [{ key: 'c1', name: '水域', zh: '水域', en: 'Open water', retired: false }, { key: 'food', name: '吃食', zh: '吃食', en: 'Meals', retired: true }] } as HazardRules;

describe('categories on the phone', () => {
  it('are those of the school, and the built-in ones before they were read', () => {
    expect(choices(rules)).toEqual([['c1', '水域']]);
    expect(choices(null).map(([key]) => key)).toEqual(['public_order', 'traffic', 'food', 'fire', 'surroundings', 'facility', 'other']);
    expect(choices(null)[0]?.[1]).toBe('治安');
  });

  it('keep the name that they had', () => {
    expect(categoryName(rules, 'food')).toBe('吃食');
    expect(categoryName(rules, 'fire')).toBe('消防');
    expect(categoryName(rules, 'c2')).toBe('');
  });
});
