import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { can, leavePlace, openPlace, place } from './place';

const COUNTY = { id: 'county', kind: 'bureau', name: '青禾县教育局' };
let asked: string[] = [];

function answer(request: Request): Promise<Response> {
  asked.push(new URL(request.url).pathname);
  return Promise.resolve(Response.json({ id: 'school', kind: 'school', name: '实验小学', parent_id: 'county', timezone: 'Asia/Shanghai', version: 1, rights: ['read_coverage'], ancestors: [COUNTY] }));
}

beforeEach(() => {
  asked = [];
  leavePlace();
  vi.stubGlobal('fetch', answer);
});
afterEach(() => vi.unstubAllGlobals());

it('takes rights and what lies above from one answer, and asks once', async () => {
  expect(can('read_coverage')).toBe(false);
  await openPlace('school');
  await openPlace('school');
  expect(place.value?.above).toEqual([COUNTY]);
  expect(place.value?.organization).not.toHaveProperty('rights');
  expect([can('read_coverage'), can('manage_rules')]).toEqual([true, false]);
  await openPlace('school', true);
  expect(asked).toEqual(['/api/v1/organizations/school', '/api/v1/organizations/school']);
});
