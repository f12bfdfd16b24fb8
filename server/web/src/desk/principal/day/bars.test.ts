import { describe, expect, it } from 'vitest';
import type { Filled } from '../wanted';
import { barOf, lanesFromGaps, ledger, soFar, weakest, type Coverage, type Duty, type Window } from './bars';

const at = (clock: string) => `2026-11-23T${clock}:00+08:00`;
const ms = (clock: string) => Date.parse(at(clock));
const window: Window = { id: 'w', kind: 'drop_off', starts_at: at('07:20'), ends_at: at('08:00'), lead_minutes: 10 };
const duty = (more: Partial<Duty>): Duty => ({
  duty_id: 'd', window_id: 'w', checkpoint: { id: 'c', name: '东门' }, roles: ['guard'], count: 2, min_grade: 'likely', status: 'short',
  required_seconds: 2400, covered_seconds: 0, slot_seconds: 0, seconds_by_grade: { confirmed: 0, likely: 0, claimed: 0 }, gaps: [],
  on_time: { on_post_by: at('07:10'), slots: 2, filled: 0 }, ...more,
});
const coverage = (state: 'live' | 'final', known: string): Coverage => ({
  format: 'huxue.coverage/1', school: { id: 's', name: '', timezone: 'Asia/Shanghai' }, date: '2026-11-23', state, revision: 0, as_known_at: at(known),
  school_day: { kind: 'school_day', reason: '' }, hold_minutes: 45, windows: [window], duties: [], punctuality: { slots: 0, on_time: 0 }, person_stays: {},
});
const filled = (from: string, to: string): Filled => ({ from: at(from), to: at(to), grade: 'confirmed', role: 'guard', person: { id: 'p', name: '李' }, check_in_id: 'i' });

describe('lanesFromGaps', () => {
  const gaps = [{ from: at('07:20'), to: at('07:30'), missing: 2 }, { from: at('07:30'), to: at('07:40'), missing: 1 }];
  it('leaves as many lanes unfilled as are missing', () => {
    const lanes = lanesFromGaps(duty({ gaps }), window, ms('08:00'));
    expect(lanes.map((lane) => lane.map(({ from, to }) => [from, to]))).toEqual([[[ms('07:30'), ms('08:00')]], [[ms('07:40'), ms('08:00')]]]);
  });
  it('says nothing of what lies ahead', () => {
    expect(lanesFromGaps(duty({ gaps: [], count: 1 }), window, ms('07:30'))).toEqual([[{ from: ms('07:20'), to: ms('07:30'), state: 'confirmed' }]]);
  });
});

describe('weakest', () => {
  it('never looks better than the evidence', () => {
    expect(weakest(duty({ seconds_by_grade: { confirmed: 100, likely: 1, claimed: 0 } }))).toBe('likely');
  });
});

describe('barOf', () => {
  it('shows gaps up to the present of a live day, the last one open', () => {
    const bar = barOf(coverage('live', '07:30'), duty({ gaps: [{ from: at('07:25'), to: at('08:00'), missing: 1 }] }), window, null);
    expect(bar.gaps).toEqual([{ from: ms('07:25'), to: ms('07:30'), missing: 1, open: true }]);
  });
  it('has no gaps where a reason is on record', () => {
    expect(barOf(coverage('final', '20:00'), duty({ status: 'excused', gaps: [{ from: at('07:25'), to: at('08:00'), missing: 1 }] }), window, null).gaps).toEqual([]);
  });
});

describe('ledger', () => {
  const axis = { from: ms('07:10'), to: ms('08:00'), start: ms('07:20'), end: ms('08:00') };
  const shape = (lines: ReturnType<typeof ledger>) => lines.map((line) => [line.kind, line.from, line.to]);
  it('leaves out no second of the window', () => {
    expect(shape(ledger([filled('07:15', '07:30'), filled('07:40', '08:25')], { ...axis, now: null }))).toEqual([
      ['filled', ms('07:15'), ms('07:30')], ['gap', ms('07:30'), ms('07:40')], ['filled', ms('07:40'), ms('08:00')],
    ]);
  });
  it('calls what lies ahead no gap', () => {
    expect(shape(ledger([filled('07:20', '07:25')], { ...axis, now: ms('07:35') }))).toEqual([
      ['filled', ms('07:20'), ms('07:25')], ['gap', ms('07:25'), ms('07:35')], ['ahead', ms('07:35'), ms('08:00')],
    ]);
  });
  it('before the window nobody is missing', () => {
    expect(shape(ledger([], { ...axis, now: null }))).toEqual([['gap', ms('07:20'), ms('08:00')]]);
  });
});

describe('soFar', () => {
  const stands = (known: string, more: Partial<Duty>, state: 'live' | 'final' = 'live') => soFar(duty(more), barOf(coverage(state, known), duty(more), window, null));
  const late = [{ from: at('07:20'), to: at('07:25'), missing: 1 }];
  const open = [{ from: at('07:25'), to: at('08:00'), missing: 1 }];
  it.each([
    ['07:00', { status: 'empty', gaps: [{ from: at('07:20'), to: at('08:00'), missing: 2 }] }, 'ahead'],
    ['07:30', { status: 'short', gaps: open }, 'open'],
    ['07:30', { status: 'short', gaps: late }, 'gaps'],
    ['07:30', { status: 'short', gaps: [{ from: at('07:50'), to: at('08:00'), missing: 2 }] }, 'held'],
    ['08:00', { status: 'short', gaps: late }, null],
    ['07:30', { status: 'excused', gaps: open }, null],
  ] as const)('at %s', (known, more, expected) => {
    expect(stands(known, more as unknown as Partial<Duty>)).toBe(expected);
  });
  it('ends with the day', () => {
    expect(stands('07:30', { status: 'short', gaps: open }, 'final')).toBeNull();
  });
});
