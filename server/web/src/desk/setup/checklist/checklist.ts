/** What a school still lacks: a function of what is set up. */
import type { Role } from '../parts/roles';

/** What the checklist looks at. */
export interface Facts {
  /** null: the server cannot tell. */
  placed: boolean | null;
  posts: { id: string; name: string; warned: boolean; officer: boolean }[];
  windows: { kind: 'drop_off' | 'pick_up' }[];
  duties: { checkpoint: string; roles: Role[] }[];
  /** Roles of those who are members now. */
  roles: Role[];
  /** Whether a station answers for the school, whose officers may serve there; null: the server cannot tell. */
  stationed: boolean | null;
  heads: number;
  members: number;
  pending: number;
  openInvites: number;
  /** Names of posts whose sign was not printed; null: the server cannot tell. */
  unprinted: string[] | null;
  /** What the server says is missing of the calendar. */
  calendarDue: string[];
}

export type ItemKey =
  | 'place' | 'checkpoints' | 'windows' | 'bothWindows' | 'duties' | 'unasked' | 'head' | 'roles' | 'invited' | 'pending' | 'printed' | 'calendar' | 'warnings' | 'officer';
export type Level = 'missing' | 'advice' | 'done';

export interface Item {
  key: ItemKey;
  level: Level;
  n?: number;
  names?: string[];
  roles?: Role[];
}

/** Those whom a station sends. */
export const OFFICERS: readonly Role[] = ['police', 'auxiliary', 'traffic_police'];

/** Every line in the order in which one would do them; what cannot be told, or does not matter yet, is left out. */
export function checklist(facts: Facts): Item[] {
  return [...places(facts), ...rules(facts), ...people(facts), ...signs(facts), calendar(facts)];
}

/** Whether nothing is missing. */
export function complete(items: readonly Item[]): boolean {
  return items.every((item) => item.level !== 'missing');
}

function places({ placed, posts }: Facts): Item[] {
  const warned = posts.filter((post) => post.warned).map((post) => post.name);
  return [
    ...(placed === null ? [] : [{ key: 'place', level: level(placed) } as const]),
    { key: 'checkpoints', level: level(posts.length > 0), n: posts.length },
    ...(warned.length > 0 ? [{ key: 'warnings', level: 'advice', names: warned } as const] : []),
  ];
}

function rules({ posts, windows, duties }: Facts): Item[] {
  const asked = new Set(duties.map((duty) => duty.checkpoint));
  const unasked = posts.filter((post) => !asked.has(post.id)).map((post) => post.name);
  const kinds = new Set(windows.map((window) => window.kind));
  return [
    { key: 'windows', level: level(windows.length > 0), n: windows.length },
    ...(kinds.size === 1 ? [{ key: 'bothWindows', level: 'advice' } as const] : []),
    { key: 'duties', level: level(duties.length > 0), n: duties.length },
    ...(duties.length > 0 && unasked.length > 0 ? [{ key: 'unasked', level: 'advice', names: unasked } as const] : []),
  ];
}

function people({ duties, roles, stationed, heads, members, pending, openInvites }: Facts): Item[] {
  // Officers are members of their station, whose list a school does not see.
  const held = new Set([...roles, ...(stationed === false ? [] : OFFICERS)]);
  const without = duties.filter((duty) => !duty.roles.some((role) => held.has(role)));
  const lacking = [...new Set(without.flatMap((duty) => duty.roles))];
  return [
    { key: 'head', level: level(heads > 0) },
    { key: 'invited', level: level(members > 0 || openInvites > 0), n: members },
    ...(duties.length > 0 && members > 0 ? [{ key: 'roles', level: level(lacking.length === 0), roles: lacking } as const] : []),
    ...(pending > 0 ? [{ key: 'pending', level: 'missing', n: pending } as const] : []),
  ];
}

function signs({ posts, unprinted }: Facts): Item[] {
  if (posts.length === 0) return [];
  return [
    ...(unprinted === null ? [] : [{ key: 'printed', level: level(unprinted.length === 0), names: unprinted } as const]),
    ...(posts.some((post) => post.officer) ? [] : [{ key: 'officer', level: 'advice' } as const]),
  ];
}

function calendar({ calendarDue }: Facts): Item {
  return { key: 'calendar', level: level(calendarDue.length === 0), names: calendarDue };
}

function level(done: boolean): Level {
  return done ? 'done' : 'missing';
}
