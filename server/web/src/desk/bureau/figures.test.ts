import { describe, expect, it } from 'vitest';
import { gapMinutes, rate, standing, valueOf, worse, type Sums } from './figures';

function sums(posts: Partial<Sums['posts']>, over: Partial<Sums> = {}): Sums {
  const zero = {
    posts_required: 0, posts_covered: 0, posts_short: 0, posts_empty: 0, posts_excused: 0, posts_unknown: 0, required_minutes: 0, covered_minutes: 0, required_seconds: 0, covered_seconds: 0,
    required_slot_seconds: 0, slot_seconds: 0, seconds_by_grade: { confirmed: 0, likely: 0, claimed: 0 }, posts_rate: null, time_rate: null, slot_rate: null,
  };
  return {
    days: 1, live_days: 0, revised_days: 0, as_known_at: null, school_days: 1, school_days_set_up: 1, school_days_unknown: 0, set_up_rate: 100, punctuality: { slots: 0, on_time: 0, rate: null }, person_stays: 0,
    posts: { ...zero, ...posts }, ...over,
  };
}

describe('figures', () => {
  it('never round up to all', () => {
    expect(rate(99.99)).toBe('99.9 %');
    expect(rate(57.3)).toBe('57.3 %');
    expect(rate(87.5)).toBe('87.5 %');
    expect(rate(100)).toBe('100 %');
    expect(rate(null)).toBe('–');
  });
  it('count a started minute of a gap', () => {
    expect(gapMinutes(sums({ required_seconds: 600, covered_seconds: 539 }))).toBe(2);
    expect(gapMinutes(sums({ required_seconds: 600, covered_seconds: 600 }))).toBe(0);
  });
  it('tell how a school stands', () => {
    expect(standing(sums({}))).toBe('none');
    expect(standing(sums({}, { school_days_set_up: 0 }))).toBe('unset');
    expect(standing(sums({ posts_required: 2, posts_covered: 2 }))).toBe('covered');
    expect(standing(sums({ posts_required: 2, posts_covered: 1 }))).toBe('gap');
  });
  it('put the worst first', () => {
    const [little, much, unset, fine] = [sums({ required_seconds: 60 }), sums({ required_seconds: 600 }), sums({}, { school_days_set_up: 0 }), sums({})];
    expect([fine, little, unset, much].sort(worse)).toEqual([much, little, unset, fine]);
    expect(valueOf(sums({ posts_rate: 50 }), 'posts')).toBe(50);
  });
});
