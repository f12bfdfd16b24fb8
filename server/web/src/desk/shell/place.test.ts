import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { me } from './me';
import { leavePlace, openPlace } from './place';

const TREE: Record<string, string | null> = { school: 'county', county: 'city', city: null };
let asked: string[] = [];

/** A server that has the tree and knows nobody. */
function answer(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace('/api/v1', '');
  asked.push(path);
  const holds = localStorage.getItem('holds')?.split(',') ?? [];
  const memberships = holds.map((id) => ({ state: 'active', organization: { id }, rights: ['read_coverage'] }));
  const id = path.replace('/organizations/', '');
  const body = path === '/me' ? { id: 'somebody', name: '', memberships } : { id, kind: id === 'school' ? 'school' : 'bureau', name: id, parent_id: TREE[id] };
  return Promise.resolve(Response.json(body));
}

beforeEach(() => {
  asked = [];
  me.value = null;
  leavePlace();
  vi.stubGlobal('fetch', answer);
});
afterEach(() => vi.unstubAllGlobals());

it.each([
  ['school', [], ['/organizations/school', '/me']],
  ['county', ['county'], ['/organizations/school', '/me', '/organizations/county']],
  ['school,city', ['city', 'county'], ['/organizations/school', '/me', '/organizations/county', '/organizations/city']],
])('whoever holds %s asks no farther up', async (holds, above, requests) => {
  localStorage.setItem('holds', holds);
  const place = await openPlace('school');
  expect(place.above.map((one) => one.id)).toEqual(above);
  expect(place.rights.has('read_coverage')).toBe(true);
  expect(asked).toEqual(requests);
});
