/** Names for the ids of a school: its posts, windows, duties and people. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { say } from '@/desk/i18n/common';
import { can } from '@/desk/shell/place';

type Schemas = components['schemas'];
export type Duty = Schemas['DutyBody'];
export type Window = Schemas['WindowBody'];
export type Checkpoint = Schemas['CheckpointBody'];
export type Member = Schemas['MemberBody'];

export interface Roster {
  duties: Map<string, Duty>;
  windows: Map<string, Window>;
  checkpoints: Map<string, Checkpoint>;
  /** Those who serve, one for each role that they hold. */
  members: Member[];
  names: Map<string, string>;
}

/** Most members that are read for their names. */
const MOST = 3000;

/** Reads them all; people only where one may see them. */
export async function readRoster(school: string): Promise<Roster> {
  const path = { id: school };
  const [duties, windows, checkpoints, members] = await Promise.all([
    ok(api.GET('/api/v1/schools/{id}/duties', { params: { path } })),
    ok(api.GET('/api/v1/schools/{id}/windows', { params: { path } })),
    ok(api.GET('/api/v1/schools/{id}/checkpoints', { params: { path } })),
    can('read_members') ? readMembers(school) : Promise.resolve([]),
  ]);
  const byId = <T extends { id: string }>(items: T[]) => new Map(items.map((one) => [one.id, one]));
  return {
    duties: byId(duties.items), windows: byId(windows.items), checkpoints: byId(checkpoints.items), members,
    names: new Map(members.map((one) => [one.person.id, one.person.name])),
  };
}

async function readMembers(school: string): Promise<Member[]> {
  const found: Member[] = [];
  let after: string | undefined;
  do {
    const query = { limit: 500, ...(after === undefined ? {} : { after }) };
    const page = await ok(api.GET('/api/v1/organizations/{id}/members', { params: { path: { id: school }, query } }));
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined && found.length < MOST);
  return found;
}

/** A duty in words: the post, the window, whom it asks for. */
export function dutyName(roster: Roster, id: string): string {
  const duty = roster.duties.get(id);
  if (duty === undefined) return '–';
  const roles = duty.roles.map((role) => say(`role.${role}`)).join(say('listSeparator'));
  return [roster.checkpoints.get(duty.checkpoint_id)?.name, roster.windows.get(duty.window_id)?.name, roles].filter(Boolean).join(' · ');
}
