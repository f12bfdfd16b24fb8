import { describe, expect, it } from 'vitest';
import type { DayOfPosts, PostOfDay } from '../wanted';
import { heat, missingBy } from './heat';

const post = (duty_id: string, status: PostOfDay['status'], covered: number, more: Partial<PostOfDay> = {}): PostOfDay => ({
  duty_id, checkpoint: { id: 'east', name: '东门' }, window: { id: 'w', name: '上学', kind: 'drop_off', starts_at: '', ends_at: '' }, roles: ['guard'], min_grade: 'likely', count: 1,
  status, required_seconds: 2400, covered_seconds: covered, slot_seconds: covered, over: true, seconds_by_grade: { confirmed: 0, likely: covered, claimed: 0 }, ...more,
});
const day = (date: string, posts: PostOfDay[], state: 'live' | 'final' = 'final'): DayOfPosts => ({ date, kind: 'school_day', reason: '', state, revision: 1, posts });
const dates = ['2026-11-23', '2026-11-24'];

describe('heat', () => {
  it('keeps a post in its row when its duty was replaced', () => {
    const rows = heat([day('2026-11-23', [post('old', 'covered', 2400)]), day('2026-11-24', [post('new', 'short', 1200)])], dates);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ required: 4800, covered: 3600 });
  });
  it('leaves excused and unfinished posts out of the sums', () => {
    const rows = heat([day('2026-11-23', [post('a', 'excused', 0)]), day('2026-11-24', [post('a', 'short', 10, { over: false })], 'live')], dates);
    expect(rows[0]).toMatchObject({ required: 0, covered: 0 });
    expect(rows[0]?.cells.map((cell) => cell?.open)).toEqual([false, true]);
  });
  it('has nothing where nothing was asked for', () => {
    expect(heat([day('2026-11-23', []), day('2026-11-24', [post('a', 'covered', 2400)])], dates)[0]?.cells[0]).toBeNull();
  });
});

describe('missingBy', () => {
  it('adds up by weekday and window', () => {
    const found = missingBy([day('2026-11-23', [post('a', 'short', 2000)]), day('2026-11-24', [post('a', 'empty', 0), post('b', 'excused', 0)])], (date) => (date === '2026-11-23' ? 0 : 1));
    expect(found.windows.map(({ id, seconds }) => [id, seconds.slice(0, 2)])).toEqual([['w', [400, 2400]]]);
  });
});
