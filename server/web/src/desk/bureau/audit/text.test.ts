import { describe, expect, it } from 'vitest';
import { ACTIONS, actionText, detailsOf, startOf } from './text';

describe('the audit log', () => {
  it('has words for every action that it can be filtered by', () => {
    for (const action of ACTIONS) expect(actionText(action)).not.toBe(action);
    expect(actionText('moon.land')).toBe('moon.land');
  });
  it('shows details one level deep', () => {
    expect(detailsOf({ name: 'x', n: 3, deep: { a: 1 } })).toEqual([['name', 'x'], ['n', '3'], ['deep', '{"a":1}']]);
    expect(detailsOf(null)).toEqual([]);
  });
  it('begins a day by the clock of its zone', () => {
    expect(startOf('2026-11-23', 'Asia/Shanghai')).toBe('2026-11-22T16:00:00.000Z');
    expect(startOf('2026-11-23', 'UTC')).toBe('2026-11-23T00:00:00.000Z');
    expect(startOf('2026-01-05', 'America/New_York')).toBe('2026-01-05T05:00:00.000Z');
  });
});
