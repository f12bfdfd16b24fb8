import { describe, expect, it } from 'vitest';
import { arranged, minuteOf, moved, narrowed, through, timeOf, validOn, weekdayKind, type DutyBody, type WindowBody } from './model';

const window = (over: Partial<WindowBody>): WindowBody => ({
  id: 'w', school_id: 's', kind: 'drop_off', name: '上学', weekdays: ['mon'], on_make_up_days: true, starts: '07:20', ends: '08:00', lead_minutes: 0,
  valid_from: '2026-09-01', valid_to: null, version: 1, ...over,
});
const duty = (over: Partial<DutyBody>): DutyBody => ({
  id: 'd', school_id: 's', window_id: 'w', checkpoint_id: 'c', position: 0, roles: ['guard'], count: 1, min_grade: 'likely', valid_from: '2026-09-01', valid_to: null, version: 1, ...over,
});

describe('rules through time', () => {
  it('puts the stretches of a rule together and leaves out what is over', () => {
    const all = through([
      window({ id: 'a', valid_from: '2026-12-01' }),
      window({ id: 'a', valid_to: '2026-12-01' }),
      window({ id: 'b', valid_to: '2026-11-23' }),
    ], '2026-11-23');
    expect(all).toHaveLength(1);
    expect(all[0]?.now.valid_to).toBe('2026-12-01');
    expect(all[0]?.later.map((one) => one.valid_from)).toEqual(['2026-12-01']);
  });
  it('knows which stretch holds on a date', () => {
    const stretches = [window({ valid_to: '2026-12-01' }), window({ valid_from: '2026-12-01', starts: '07:25' })];
    expect(validOn(stretches, '2026-11-30').map((one) => one.starts)).toEqual(['07:20']);
    expect(validOn(stretches, '2026-12-01').map((one) => one.starts)).toEqual(['07:25']);
  });
  it('arranges windows by time and duties by position', () => {
    const made = arranged(
      [window({ id: 'pm', starts: '16:30', ends: '17:00' }), window({ id: 'am' })],
      [duty({ id: 'x', window_id: 'am', position: 2 }), duty({ id: 'y', window_id: 'am', position: 1 }), duty({ id: 'z', window_id: 'pm' })],
      '2026-11-23',
    );
    expect(made.map((one) => one.window.now.id)).toEqual(['am', 'pm']);
    expect(made[0]?.duties.map((one) => one.now.id)).toEqual(['y', 'x']);
  });
});

describe('a search', () => {
  const rules = arranged(
    [window({ id: 'am', name: '上学' }), window({ id: 'pm', name: '放学', starts: '16:30', ends: '17:00' })],
    [duty({ id: 'a', window_id: 'am', checkpoint_id: '东门' }), duty({ id: 'b', window_id: 'am', checkpoint_id: '西门', position: 1 }), duty({ id: 'c', window_id: 'pm', checkpoint_id: '东门' })],
    '2026-11-23',
  );
  it.each([
    ['', [['am', null], ['pm', null]]],
    ['上学', [['am', null]]],
    ['东门', [['am', ['a']], ['pm', ['c']]]],
    ['东门  放学', [['pm', ['c']]]],
    ['北门', []],
  ])('of “%s” finds windows and duties', (search, wanted) => {
    const found = narrowed(rules, search, (one) => one.name, (one) => one.checkpoint_id);
    expect(found.map(({ rule, only }) => [rule.window.now.id, only === null ? null : [...only]])).toEqual(wanted);
  });
});

describe('order of duties', () => {
  it('moves one', () => {
    const list = [duty({ id: 'a', position: 0 }), duty({ id: 'b', position: 1 }), duty({ id: 'c', position: 2 })];
    const order = moved(list, 2, 1);
    expect(order.map((one) => one.id)).toEqual(['a', 'c', 'b']);
    expect(moved(list, 5, 0)).toEqual(list);
  });
});

describe('times', () => {
  it('counts minutes', () => {
    expect(minuteOf('07:05')).toBe(425);
    expect(minuteOf('20:00:00')).toBe(1200);
    expect(timeOf(425)).toBe('07:05');
    expect(timeOf(-5)).toBe('00:00');
    expect(timeOf(1500)).toBe('23:59');
  });
  it('knows the working week', () => {
    expect(weekdayKind(['fri', 'mon', 'tue', 'thu', 'wed'])).toBe('workdays');
    expect(weekdayKind(['mon'])).toBeNull();
    expect(weekdayKind(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).toBe('every');
  });
});
