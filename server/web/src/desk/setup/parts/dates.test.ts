import { describe, expect, it } from 'vitest';
import { daysBetween, plusDays, plusMonths, spanOf, weekdayOf, weeksOf } from './dates';

describe('dates', () => {
  it('counts over the ends of months and years', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(plusDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
    expect(plusMonths('2026-12', 1)).toBe('2027-01');
    expect(plusMonths('2026-01', -1)).toBe('2025-12');
  });
  it('knows weekdays, Monday first', () => {
    expect(weekdayOf('2026-11-23')).toBe(0);
    expect(weekdayOf('2026-11-29')).toBe(6);
  });
  it('makes whole weeks of a month', () => {
    expect(spanOf('2026-11')).toEqual(['2026-11-01', '2026-11-30']);
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks[5]?.[0]).toBe('2026-11-30');
    expect(weeksOf('2027-02')).toHaveLength(4);
  });
});
