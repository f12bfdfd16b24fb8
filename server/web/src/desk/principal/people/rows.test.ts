import { describe, expect, it } from 'vitest';
import type { CheckIn } from '../evidence/data';
import type { Roster } from '../roster';
import { datesOn, isDue, rowsOf, type Shift } from './rows';

const roster = {
  duties: new Map([['d', { id: 'd', checkpoint_id: 'east', window_id: 'w' }]]),
  windows: new Map([['w', { id: 'w', starts: '07:20', ends: '08:00', lead_minutes: 10 }]]),
  checkpoints: new Map(), members: [], names: new Map([['p', '王芳']]),
} as unknown as Roster;
const shift = { id: 's', duty_id: 'd', person_id: 'p', date: '2026-11-23', role: 'parent', state: 'accepted', school_id: 'x', created_at: '' } as Shift;
const checkIn = (at: string, more: object = {}): CheckIn =>
  ({ id: at, person: { id: 'p', name: '王芳' }, checkpoint: { id: 'east', name: '东门' }, kind: 'arrive', effective_grade: 'likely', at, ...more }) as unknown as CheckIn;
const came = (checkIns: CheckIn[]) => rowsOf([shift], checkIns, roster, (at) => at)[0]?.came;

describe('rowsOf', () => {
  it('finds the check-in of the window at the post', () => {
    expect(came([checkIn('07:15')])).toBe('07:15');
  });
  it('takes no check-in of another window, post or worth', () => {
    expect(came([checkIn('16:20'), checkIn('07:15', { checkpoint: { id: 'west', name: '' } }), checkIn('07:16', { effective_grade: 'rejected' })])).toBeNull();
  });
});

describe('isDue', () => {
  const [row] = rowsOf([shift], [], roster, (at) => at);
  it.each([['2026-11-22', '12:00', false], ['2026-11-23', '07:09', false], ['2026-11-23', '07:10', true], ['2026-11-24', '00:00', true]])('on %s at %s: %s', (today, time, due) => {
    expect(row && isDue(row, today, time)).toBe(due);
  });
});

describe('datesOn', () => {
  it('takes the weekdays that are wanted', () => {
    expect(datesOn('2026-11-23', '2026-11-30', [0, 2])).toEqual(['2026-11-23', '2026-11-25', '2026-11-30']);
  });
});
