import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Item } from '@/shared/queue/types';
import { remember } from './cache';
import type { School } from './wire';
import { useWhere as useIt, type Place } from './where';

const known = vi.hoisted(() => ({ items: undefined, schools: undefined, school: undefined }));
vi.mock('./queue', () => ({ get items() { return known.items; }, queue: () => Promise.resolve() }));
vi.mock('./me', () => ({ get schools() { return known.schools; }, get school() { return known.school; } }));

const [A, B] = [{ id: 'a', name: '甲校' }, { id: 'b', name: '乙校' }] as [School, School];
const tap = (code: string) => ({ id: code, tapped: Date.now(), state: 'saved', result: null, content: { kind: 'arrive', code, short_code: null } }) as unknown as Item;
const items = shallowRef<Item[]>([]);
Object.assign(known, { items, schools: shallowRef([A, B]), school: shallowRef(A) });

let page: EffectScope;
const useWhere = (...args: Parameters<typeof useIt>) => page.run(() => useIt(...args)) as ReturnType<typeof useIt>;

beforeEach(() => {
  page = effectScope();
  localStorage.clear();
  items.value = [];
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  for (const { id } of [A, B]) {
    remember(`board.${id}`, { posts: ['东门', '西门'].map((name) => ({ checkpoint: { id: `${id}-${name}`, name } })) });
    remember(`code.${id}`, { checkpoint: { id: `${id}-东门`, name: '东门' }, school: { id } });
  }
});

afterEach(() => page.stop());

const told = (where: ReturnType<typeof useWhere>) => [where.at.value, where.post.value, where.posts.value.map(([id]) => id)];
const posts = (id: string) => [`${id}-东门`, `${id}-西门`];

it('is the school that is looked at, and no post, for somebody who stands nowhere', () => {
  expect(told(useWhere())).toEqual(['a', null, posts('a')]);
});

it('follows the last tap, also one that the phone remembers late, without a network', async () => {
  const where = useWhere();
  items.value = [tap('b')];
  await nextTick();
  await nextTick();
  expect(told(where)).toEqual(['b', 'b-东门', posts('b')]);
});

it('keeps what was said by hand', async () => {
  const where = useWhere();
  where.post.value = 'a-西门';
  items.value = [tap('a')];
  await nextTick();
  expect(told(where)).toEqual(['a', 'a-西门', posts('a')]);
  where.post.value = null;
  await nextTick();
  expect(where.post.value).toBeNull();
});

it('offers no posts of one school for another, and forgets the post with the school', async () => {
  items.value = [tap('a')];
  const where = useWhere();
  expect(where.post.value).toBe('a-东门');
  where.move('b');
  await nextTick();
  expect(told(where)).toEqual(['b', null, posts('b')]);
  // One whose posts this phone was never told.
  where.move('c');
  await nextTick();
  expect(told(where)).toEqual(['c', null, []]);
});

it('keeps a post that was said before', () => {
  items.value = [tap('a')];
  expect(useWhere(null, 'a-西门').post.value).toBe('a-西门');
});

it('is the place of the sign that it began at, and nothing is presumed before that is known', async () => {
  items.value = [tap('a')];
  const sign = shallowRef<Place | null>(null);
  const where = useWhere(() => sign.value);
  expect([where.at.value, where.post.value]).toEqual(['a', null]);
  sign.value = { school: 'b', post: 'b-西门' };
  await nextTick();
  expect([where.at.value, where.post.value]).toEqual(['b', 'b-西门']);
});
