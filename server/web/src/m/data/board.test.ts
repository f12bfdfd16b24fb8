import { describe, expect, it } from 'vitest';
import { byRole, came, places, postsOf, summary, windowNow } from './board';
import type { Board, Post, PostState } from './wire';

const START = '2026-11-23T07:20:00+08:00';
const END = '2026-11-23T08:05:00+08:00';

function post(id: string, checkpoint: string, state: PostState, more: Partial<Post> = {}): Post {
  return {
    duty_id: id,
    checkpoint: { id: checkpoint, name: checkpoint },
    window: { id: 'w', kind: 'drop_off', name: '上学', starts_at: START, ends_at: END, on_post_by: '2026-11-23T07:00:00+08:00' },
    roles: ['parent'], state, count: 2, filled: 1, missing: 1, short_since: null, excused: null,
    on_post: [], shifts: [], could_go: [], lanes: [], gaps: [], required_minutes_so_far: 0, covered_minutes_so_far: 0, ...more,
  };
}

function board(posts: Post[], phase: Board['phase'] = 'running'): Board {
  return {
    now: START, date: '2026-11-23', phase, posts,
    school: { id: 's', name: '实验小学', timezone: 'Asia/Shanghai' }, school_day: { kind: 'school_day', reason: '上学日' },
  };
}

describe('summary', () => {
  it('counts gaps that are open, and apart from them what is only not complete yet', () => {
    const posts = [post('a', 'x', 'short', { missing: 2 }), post('b', 'x', 'empty'), post('c', 'y', 'grace'), post('d', 'y', 'gathering'), post('e', 'y', 'gathering', { missing: 0 }), post('f', 'z', 'covered', { missing: 0 })];
    expect(summary(board(posts))).toEqual({ posts: 6, short: 2, missing: 3, waiting: 2, unknown: 0 });
  });
});

describe('windowNow', () => {
  const at = (text: string) => windowNow(board([post('a', 'x', 'covered')]), Date.parse(text));

  it('counts down to the start, then to the end; the end is not part of the window', () => {
    expect(at('2026-11-23T07:19:01+08:00')).toMatchObject({ phase: 'before', left: 59, by: '2026-11-23T07:00:00+08:00' });
    expect(at(START)).toMatchObject({ phase: 'running', left: 45 * 60 });
    expect(at(END)).toMatchObject({ phase: 'over', left: 0 });
  });

  it('is the earliest of several, and nothing without posts', () => {
    const late = post('b', 'y', 'upcoming', { window: { id: 'v', kind: 'drop_off', name: null, starts_at: '2026-11-23T07:50:00+08:00', ends_at: END, on_post_by: null } });
    expect(windowNow(board([late, post('a', 'x', 'covered')]), 0)?.starts).toBe(START);
    expect(windowNow(board([]), 0)).toBeNull();
  });
});

describe('places', () => {
  it('puts what is asked for at one checkpoint together, the worst place first, equals as the school orders them', () => {
    const posts = [post('a', 'gate', 'covered'), post('b', 'road', 'covered'), post('c', 'bridge', 'short'), post('d', 'gate', 'covered'), post('e', 'road', 'empty')];
    expect(places(posts).map((one) => [one.id, one.posts.map((each) => each.duty_id)])).toEqual([['road', ['b', 'e']], ['bridge', ['c']], ['gate', ['a', 'd']]]);
  });

  it('counts a person once, though each of the duties of a place lists them', () => {
    const on_post = [{ role: 'parent', counts: true }, { role: 'police', counts: false }, { role: 'parent', counts: true }] as Post['on_post'];
    const [place] = places([post('a', 'gate', 'covered', { on_post }), post('b', 'gate', 'covered', { on_post })]);
    expect(place && byRole(place)).toEqual([['parent', 2], ['police', 1]]);
  });
});

describe('my shifts on the board', () => {
  const shifts = [{ shift_id: '1', came: true }, { shift_id: '2', came: false }] as Post['shifts'];
  const shown = board([post('a', 'x', 'covered', { shifts }), post('b', 'y', 'covered')]);

  it('finds the posts of shifts, and who came', () => {
    expect(postsOf(shown, new Set(['2', '9'])).map((one) => one.duty_id)).toEqual(['a']);
    expect([came(shown, '1'), came(shown, '2'), came(shown, '9'), came(null, '1')]).toEqual([true, false, false, false]);
  });
});
