import { describe, expect, it } from 'vitest';
import { halfMonths, spanFor } from './ranges';

describe('ranges', () => {
  it('are dates of the calendar', () => {
    expect(spanFor('today', '2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-23' });
    expect(spanFor('week', '2026-11-03')).toEqual({ from: '2026-10-28', to: '2026-11-03' });
    expect(spanFor('month', '2026-11-23')).toEqual({ from: '2026-11-01', to: '2026-11-23' });
    expect(spanFor('last_month', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(spanFor('year', '2026-11-23').from).toBe('2025-11-24');
  });
  it('takes the term that runs, or the last one', () => {
    const terms = [{ starts_on: '2026-02-20', ends_on: '2026-07-05' }, { starts_on: '2026-09-01', ends_on: '2027-01-20' }];
    expect(spanFor('term', '2026-11-23', terms)).toEqual({ from: '2026-09-01', to: '2026-11-23' });
    expect(spanFor('term', '2026-08-01', terms)).toEqual({ from: '2026-02-20', to: '2026-07-05' });
    expect(spanFor('term', '2026-11-23')).toEqual({ from: '2026-05-28', to: '2026-11-23' });
  });
});

describe('half months', () => {
  it('leave out no day and count none twice', () => {
    const periods = halfMonths('2026-03-20', 4);
    expect(periods).toEqual([
      { from: '2026-03-15', to: '2026-03-31', due: '2026-04-01' },
      { from: '2026-03-01', to: '2026-03-14', due: '2026-03-15' },
      { from: '2026-02-15', to: '2026-02-28', due: '2026-03-01' },
      { from: '2026-02-01', to: '2026-02-14', due: '2026-02-15' },
    ]);
    expect(halfMonths('2026-01-14', 2).map((one) => one.due)).toEqual(['2026-01-15', '2026-01-01']);
  });
});
