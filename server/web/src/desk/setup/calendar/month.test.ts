import { describe, expect, it } from 'vitest';
import { cellsOf, holidayCn, markOf, type DayChange } from './month';

const change = (date: string, withdrawn_at: string | null): DayChange => ({
  id: date, school_id: 's', date, kind: 'day_cancelled', reason: 'x', author: { id: 'a', name: '郭' }, author_id: 'p', created_at: '', window_id: null, duty_id: null, starts: null, ends: null, withdrawn_at, withdrawn_by: null,
});

describe('a month', () => {
  it('puts days and changes that hold into whole weeks', () => {
    const day = { date: '2026-11-23', kind: 'school_day' as const, reason: '', layer: 'national' as const, as_weekday: null, may_change: false };
    const cells = cellsOf('2026-11', [day], [change('2026-11-23', null), change('2026-11-23', '2026-11-22T00:00:00Z')]).flat();
    expect(cells).toHaveLength(42);
    const found = cells.find((cell) => cell.date === '2026-11-23');
    expect(found?.day).toBe(day);
    expect(found?.changes).toHaveLength(1);
    expect(cells[0]?.inMonth).toBe(false);
    expect(cells[0]?.day).toBeNull();
  });
  it('gives unknown days another shape than days off', () => {
    expect(markOf('school_day')).toBeNull();
    expect(markOf('unknown')).not.toBe(markOf('holiday'));
  });
});

describe('a national notice', () => {
  it('is taken in the form of holiday-cn alone', () => {
    expect(holidayCn({ year: 2027, papers: ['https://x', 3], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true, more: 1 }], $schema: 'x' }))
      .toEqual({ year: 2027, papers: ['https://x'], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] });
    expect(holidayCn({ year: '2027', days: [] })).toBeNull();
    expect(holidayCn({ year: 2027, days: [{ date: '2027-01-01' }] })).toBeNull();
    expect(holidayCn([])).toBeNull();
    expect(holidayCn(null)).toBeNull();
  });
});
