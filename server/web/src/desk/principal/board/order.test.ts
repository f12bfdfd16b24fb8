import { describe, expect, it } from 'vitest';
import { nextOrder, worstFirst } from './order';
import type { Post } from './types';

const post = (duty_id: string, state: Post['state'], more: Partial<Post> = {}): Post => ({
  duty_id, state, checkpoint: { id: `c-${duty_id}`, name: duty_id }, window: { id: 'w' }, roles: ['guard'], count: 1, filled: 0, missing: 0,
  on_post: [], shifts: [], could_go: [], lanes: [], gaps: [], required_minutes_so_far: 0, covered_minutes_so_far: 0, ...more,
});

describe('worstFirst', () => {
  it('puts empty before short before what is about to be', () => {
    const posts = [post('a', 'covered'), post('b', 'short', { missing: 1 }), post('c', 'gathering', { missing: 1 }), post('d', 'empty', { missing: 1 })];
    expect(worstFirst(posts)).toEqual(['d', 'b', 'c', 'a']);
  });
  it('puts the longest gap first, then the most missing', () => {
    const posts = [
      post('a', 'short', { missing: 1, short_since: '2026-11-23T07:25:00+08:00' }),
      post('b', 'short', { missing: 1, short_since: '2026-11-23T07:20:00+08:00' }),
      post('c', 'short', { missing: 2, short_since: '2026-11-23T07:25:00+08:00' }),
    ];
    expect(worstFirst(posts)).toEqual(['b', 'c', 'a']);
  });
  it('otherwise keeps the planned order', () => {
    expect(worstFirst([post('a', 'covered'), post('b', 'covered')])).toEqual(['a', 'b']);
  });
});

describe('nextOrder', () => {
  const posts = [post('a', 'covered'), post('b', 'empty', { missing: 1 }), post('c', 'short', { missing: 1 })];
  it('does not move rows under the eyes of a reader', () => {
    expect(nextOrder(['a', 'c'], posts, true)).toEqual(['a', 'c', 'b']);
  });
  it('is the worst first again once nobody reads', () => {
    expect(nextOrder(['a', 'c'], posts, false)).toEqual(['b', 'c', 'a']);
  });
  it('starts anew when another window is shown', () => {
    expect(nextOrder(['x'], posts, true)).toEqual(['b', 'c', 'a']);
  });
});
