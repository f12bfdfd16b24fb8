import { beforeEach, expect, it } from 'vitest';
import type { Item } from '@/shared/queue/types';
import { remember } from './cache';
import { checkpointOf, postNow, schoolNow } from './place_now';

const NOW = 1_800_000_000_000;
const tap = (code: string, more: Partial<Item> = {}, kind = 'arrive') => ({ id: code, tapped: NOW, state: 'saved', result: null, content: { kind, code, short_code: null }, ...more }) as unknown as Item;

beforeEach(() => {
  localStorage.clear();
  for (const [code, post, school] of [['A', 'gate-a', 'school-a'], ['B', 'gate-b', 'school-b']]) remember(`code.${code}`, { checkpoint: { id: post, name: '校门' }, school: { id: school } });
});

it('knows a post by its code before the server has answered, and two of one name apart', () => {
  expect([checkpointOf(tap('A')), checkpointOf(tap('B')), checkpointOf(tap('C'))]).toEqual(['gate-a', 'gate-b', null]);
  expect(checkpointOf(tap('A', { result: { checkpoint: { id: 'said', name: '' } } as Item['result'] }))).toBe('said');
});

it.each([
  ['the school of the last tap', [tap('B'), tap('A')], 'gate-b', 'school-b'],
  ['a pass as well', [tap('A', {}, 'pass')], 'gate-a', 'school-a'],
  ['nothing after leaving', [tap('A', {}, 'leave')], null, null],
  ['nothing that is long ago', [tap('A', { tapped: NOW - 46 * 60_000 })], null, null],
  ['nothing of a code that it was never told of', [tap('C')], null, null],
  ['nothing', [], null, null],
])('tells %s', (_, taps, post, school) => expect([postNow(taps, NOW), schoolNow(taps, NOW)]).toEqual([post, school]));
