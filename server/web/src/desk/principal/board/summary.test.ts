import { describe, expect, it } from 'vitest';
import { summary } from './summary';
import type { Board, Post } from './types';

const post = (state: Post['state'], missing: number): Post => ({
  duty_id: `${state}${missing}`, state, checkpoint: { id: 'c', name: '东门' }, roles: ['guard'], count: 2, filled: 0, missing, on_post: [], shifts: [], could_go: [], lanes: [], gaps: [],
  window: { id: 'w', on_post_by: '2026-11-23T07:10:00+08:00', starts_at: '2026-11-23T07:20:00+08:00', ends_at: '2026-11-23T08:00:00+08:00' },
  required_minutes_so_far: 0, covered_minutes_so_far: 0,
});
const board = (phase: Board['phase'], posts: Post[], kind: Board['school_day']['kind'] = 'school_day'): Board =>
  ({ now: '', date: '2026-11-23', school: { id: 's', name: '', timezone: 'Asia/Shanghai' }, school_day: { kind, reason: '国庆' }, phase, posts });
const told = (of: Board) => summary(of, Date.parse('2026-11-23T07:00:00+08:00'), 'Asia/Shanghai');

describe('summary', () => {
  it('counts posts and people that are missing', () => {
    expect(told(board('running', [post('short', 1), post('empty', 2), post('covered', 0)]))).toMatchObject({ mark: 'gap', gaps: 2 });
  });
  it('does not say that all is well while somebody is awaited', () => {
    expect(told(board('running', [post('grace', 1), post('covered', 0)]))).toMatchObject({ mark: 'planned', gaps: 0 });
    expect(told(board('running', [post('covered', 0)]))).toMatchObject({ mark: 'confirmed' });
  });
  it('says when it starts', () => {
    expect(told(board('before', [post('upcoming', 2)])).text).toContain('07:20');
    expect(told(board('before', [post('gathering', 2)])).text).toContain('2');
    expect(told(board('before', [post('gathering', 0)]))).toMatchObject({ mark: 'confirmed' });
  });
  it('never takes an unknown calendar for a day off', () => {
    expect(told(board('before', [], 'unknown'))).toMatchObject({ mark: 'unknown' });
  });
  it('gives the reason of a day off', () => {
    expect(told(board('no_school', [], 'holiday')).hint).toContain('国庆');
  });
});
