import { describe, expect, it } from 'vitest';
import type { Alert } from '@/shared/inbox';
import { inOrder, markOf, type Step } from './data';

const alert = (parts: Partial<Alert>) => ({ duty_id: 'd', closed_at: null, resolved: false, ...parts }) as Alert;
const steps = (...minutes: number[]): Step[] => minutes.map((after_minutes) => ({ to: 'principal', after_minutes }));

describe('alerts', () => {
  it('are red only while a post is short', () => {
    expect(markOf(alert({}))).toBe('gap');
    expect(markOf(alert({ duty_id: null }))).toBe('planned');
    expect(markOf(alert({ kind: 'nobody_on_time' }))).toBe('planned');
    expect(markOf(alert({ closed_at: '2026-11-23T07:30:00+08:00', resolved: true }))).toBe('confirmed');
    expect(markOf(alert({ closed_at: '2026-11-23T07:30:00+08:00' }))).toBe('not_required');
  });
  it('take steps whose minutes rise', () => {
    expect(inOrder(steps())).toBe(true);
    expect(inOrder(steps(0, 2, 2, 1440))).toBe(true);
    for (const wrong of [steps(2, 0), steps(1441), steps(-1), steps(1.5), steps(Number.NaN)]) expect(inOrder(wrong)).toBe(false);
  });
});
