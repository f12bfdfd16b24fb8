import { describe, expect, it } from 'vitest';
import type { Item } from '@/shared/queue/types';
import type { EndLetter } from './outbox/letter';
import { remember } from './cache';
import { nextPoint, standing, underWay, type MyPatrol } from './patrol';

const OPENED = '2026-11-23T07:00:00+08:00';
const point = (name: string, lon: number) => ({ checkpoint_id: name, name, lon, lat: 40 });
const patrol = (ordered: boolean, states: string[] | null): MyPatrol => ({
  route: { id: 'r', ordered }, points: [point('a', 116), point('b', 116.01), point('c', 116.02)],
  rounds: states === null ? [] : [{ opened_at: OPENED, ended_at: null, how: null, points: states.map((state) => ({ state })) }],
} as unknown as MyPatrol);
const saved = (post: string, kind = 'pass', state = 'saved', tapped = 1) => ({ content: { kind, code: null, short_code: null }, result: null, post, state, tapped }) as unknown as Item;
const ended = (opened: string | null, route = 'r') => ({ route, opened, said: { tapped: 5 } }) as EndLetter;

describe('a round on the phone', () => {
  it('tells what is saved here alone', () => {
    expect(standing(patrol(false, ['done', 'missing', 'missing']), [saved('a'), saved('b'), saved('c', 'arrive')], [])).toEqual(['done', 'sent', 'missing']);
    expect(standing(patrol(false, null), [saved('c', 'pass', 'dead')], [])).toEqual(['missing', 'missing', 'missing']);
  });

  it('tells points of one name apart, or says nothing of them', () => {
    const alike = patrol(false, null);
    alike.points.forEach((one) => (one.name = '校门'));
    remember('code.B', { checkpoint: { id: 'b', name: '校门' } });
    const at = (code: string) => [{ ...saved('校门'), content: { kind: 'pass', code, short_code: null } } as unknown as Item];
    expect(standing(alike, at('B'), [])).toEqual(['missing', 'sent', 'missing']);
    expect(standing(alike, at('never seen'), [])).toEqual(['missing', 'missing', 'missing']);
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
    expect(underWay(patrol(false, null), [])).toBeNull();
    expect(underWay(patrol(false, ['done', 'missing', 'missing']), [])?.points).toHaveLength(3);
  });

  it.each([[OPENED, null, 'r'], [null, null, 'r'], ['2026-11-23T06:00:00+08:00', OPENED, 'r'], [OPENED, OPENED, 'other']])('ends with a word that waits, said of the round of %s', (opened, left, route) =>
    expect(underWay(patrol(false, ['done', 'missing', 'missing']), [ended(opened, route)])?.opened_at ?? null).toBe(left));

  it('counts what is saved here for the round after it', () => {
    const passes = [saved('b', 'pass', 'saved', 4), saved('c', 'pass', 'saved', 6)];
    expect(standing(patrol(false, ['done', 'missing', 'missing']), passes, [ended(OPENED)])).toEqual(['missing', 'missing', 'sent']);
  });
});
