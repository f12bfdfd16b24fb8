import { describe, expect, it } from 'vitest';
import { datesOf, isDate, isMonth, plusDays, plusMonths, weekday } from './dates';

describe('dates', () => {
  it('exist or not', () => {
    expect([isDate('2026-02-28'), isDate('2026-02-29'), isDate('2026-2-1'), isMonth('2026-13'), isMonth('2026-11')]).toEqual([true, false, false, false, true]);
  });
  it('step over months and years', () => {
    expect([plusDays('2026-12-31', 1), plusDays('2026-03-01', -1), plusMonths('2026-01', -1), plusMonths('2026-11', 2)]).toEqual(['2027-01-01', '2026-02-28', '2025-12', '2027-01']);
  });
  it('of a month are all of it', () => {
    expect(datesOf('2026-02')).toHaveLength(28);
    expect(datesOf('2026-11').at(-1)).toBe('2026-11-30');
  });
  it('know their weekday', () => {
    expect([weekday('2026-11-23'), weekday('2026-11-29')]).toEqual([0, 6]);
  });
});
