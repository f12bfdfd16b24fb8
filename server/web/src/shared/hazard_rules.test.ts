import { describe, expect, it } from 'vitest';
import { nameOf, offered, type HazardRules } from './hazard_rules';

const rules = {
  categories: [
    { key: 'c1', name: '水域', zh: '水域', en: 'Open water', retired: false },
    { key: 'food', name: '食品', zh: '食品', en: 'Food', retired: true },
  ],
} as HazardRules;

describe('the rules of hazards', () => {
  it('offer what is not retired, and name what was', () => {
    expect(offered(rules).map((one) => one.key)).toEqual(['c1']);
    expect(offered(null)).toEqual([]);
    expect([nameOf(rules, 'food', 'zh'), nameOf(rules, 'c1', 'en'), nameOf(rules, 'x', 'zh'), nameOf(null, 'food', 'zh')]).toEqual(['食品', 'Open water', null, null]);
  });
});
