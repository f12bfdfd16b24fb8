/** Reads what the checklist and the assistant look at. */
import { api, ok } from '@/api/client';
import { stateOf } from '../people/invites';
import { places } from '../parts/needs';
import type { Role } from '../parts/roles';
import { serverNow, today as askToday } from '../parts/today';
import { through, type DutyBody, type WindowBody } from '../rules/model';
import { readSigns, type PostSigns } from '../signs/data';
import type { Facts } from './checklist';

export interface SetUp {
  facts: Facts;
  posts: PostSigns[];
  windows: WindowBody[];
  duties: DutyBody[];
  at: readonly [number, number] | null;
  today: string;
}

/** Everything about a school's set-up. */
export async function readSetUp(school: string): Promise<SetUp> {
  const path = { params: { path: { id: school } } };
  const many = { params: { path: { id: school }, query: { limit: 500 } } };
  const [posts, windows, duties, members, invites, due, known, today, now] = await Promise.all([
    readSigns(school), ok(api.GET('/api/v1/schools/{id}/windows', path)), ok(api.GET('/api/v1/schools/{id}/duties', path)),
    ok(api.GET('/api/v1/organizations/{id}/members', many)), ok(api.GET('/api/v1/organizations/{id}/invites', many)),
    ok(api.GET('/api/v1/calendar/notices')), places(school), askToday(), serverNow(),
  ]);
  const active = members.items.filter((one) => one.state === 'active');
  const place = known.find((one) => one.organization_id === school);
  const held = through(windows.items, today).map((one) => one.now);
  const asked = through(duties.items, today).map((one) => one.now);
  return {
    posts, windows: held, duties: asked, today,
    at: place?.place ? [place.place.lon, place.place.lat] : null,
    facts: {
      placed: place === undefined ? null : place.place !== null,
      posts: posts.map(({ post }) => ({ id: post.id, name: post.name, warned: post.warnings.length > 0, officer: (post.officer ?? null) !== null })),
      windows: held, duties: asked.map((duty) => ({ checkpoint: duty.checkpoint_id, roles: duty.roles })),
      roles: active.flatMap((one): Role[] => (one.role ? [one.role] : [])),
      stationed: place === undefined ? null : place.station_ids.length > 0,
      heads: active.filter((one) => one.office === 'principal' || one.office === 'safety_officer').length,
      members: active.filter((one) => one.role).length,
      pending: members.items.filter((one) => one.state === 'pending').length,
      openInvites: invites.items.filter((one) => stateOf(one, now) === 'open').length,
      unprinted: unprinted(posts),
      calendarDue: due.items.map((one) => one.sentence),
    },
  };
}

/** Names of posts whose present sign was not printed. */
function unprinted(posts: PostSigns[]): string[] {
  return posts.filter((one) => !one.current?.printed_at).map((one) => one.post.name);
}
