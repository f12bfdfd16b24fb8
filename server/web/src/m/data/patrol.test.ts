import { describe, expect, it } from 'vitest';
import type { Item } from '@/shared/queue/types';
import { nextPoint, standing, underWay, type MyPatrol } from './patrol';

const point = (name: string, lon: number) => ({ checkpoint_id: name, name, lon, lat: 40 });
const patrol = (ordered: boolean, states: string[] | null): MyPatrol => ({
  route: { ordered }, points: [point('a', 116), point('b', 116.01), point('c', 116.02)],
  rounds: states === null ? [] : [{ opened_at: '2026-11-23T07:00:00+08:00', ended_at: null, how: null, points: states.map((state) => ({ state })) }],
} as unknown as MyPatrol);
const saved = (post: string, kind = 'pass', state = 'saved') => ({ content: { kind }, post, state }) as unknown as Item;

describe('a round on the phone', () => {
  it('tells what is saved here alone', () => {
    expect(standing(patrol(false, ['done', 'missing', 'missing']), [saved('a'), saved('b'), saved('c', 'arrive')])).toEqual(['done', 'sent', 'missing']);
    expect(standing(patrol(false, null), [saved('c', 'pass', 'dead')])).toEqual(['missing', 'missing', 'missing']);
  });

  it('leads to the nearest point that is left, or in the order of the route', () => {
    const [free, ordered] = [patrol(false, null), patrol(true, null)];
    expect(nextPoint(free, ['missing', 'missing', 'missing'], [116.019, 40])?.name).toBe('c');
    expect(nextPoint(free, ['missing', 'missing', 'done'], [116.019, 40])?.name).toBe('b');
    expect(nextPoint(ordered, ['missing', 'missing', 'missing'], [116.019, 40])?.name).toBe('a');
    expect(nextPoint(ordered, ['sent', 'done', 'rushed'], null)?.name).toBe('c');
    expect(nextPoint(free, ['done', 'done', 'sent'], null)).toBeNull();
  });

  it('knows the round under way', () => {
    expect(underWay(patrol(false, null))).toBeNull();
    expect(underWay(patrol(false, ['done', 'missing', 'missing']))?.points).toHaveLength(3);
  });
});
