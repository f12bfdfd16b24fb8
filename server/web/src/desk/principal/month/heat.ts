/** Posts × days. A row is a checkpoint in a window for certain roles: duties are replaced when they are edited, the post stays. */
import type { DayOfPosts, PostOfDay, Role } from '../wanted';

export interface Cell {
  date: string;
  post: PostOfDay;
  /** Live and not over yet: its figures will still change. */
  open: boolean;
}

export interface Row {
  key: string;
  checkpoint: string;
  windowName: string | null;
  windowKind: PostOfDay['window']['kind'];
  roles: Role[];
  /** The local start of the window, by which rows are grouped. */
  starts: string;
  /** For each day of the month; null where the post was not asked for. */
  cells: (Cell | null)[];
  /** Of the days that count: covered, short or empty. */
  required: number;
  covered: number;
}

/** Whether a status stands in the denominators. */
export const counts = (status: PostOfDay['status']): boolean => status === 'covered' || status === 'short' || status === 'empty';

const keyOf = (post: PostOfDay): string => [post.checkpoint.id, post.window.id, ...(post.roles.length ? post.roles : [post.duty_id])].join(' ');

/** The rows, ordered by window and then by the duties' own order. */
export function heat(days: DayOfPosts[], dates: string[]): Row[] {
  const rows = new Map<string, Row>();
  const at = new Map(dates.map((date, index) => [date, index]));
  for (const day of days) {
    const index = at.get(day.date);
    if (index === undefined) continue;
    for (const post of day.posts) {
      const row = rows.get(keyOf(post)) ?? rowOf(post, dates.length);
      rows.set(row.key, row);
      const open = day.state === 'live' && post.over === false;
      row.cells[index] = { date: day.date, post, open };
      if (!counts(post.status) || open) continue;
      row.required += post.required_seconds;
      row.covered += post.covered_seconds;
    }
  }
  return [...rows.values()].sort((a, b) => a.starts.localeCompare(b.starts));
}

function rowOf(post: PostOfDay, days: number): Row {
  return {
    key: keyOf(post), checkpoint: post.checkpoint.name ?? '', windowName: post.window.name ?? null, windowKind: post.window.kind, roles: post.roles, starts: post.window.starts_at?.slice(11, 16) ?? '',
    cells: Array.from({ length: days }, () => null), required: 0, covered: 0,
  };
}

/** Missing time by weekday (Monday first) and window, over the days that count. */
export interface Missing {
  windows: { id: string; name: string | null; kind: PostOfDay['window']['kind']; seconds: number[]; required: number[] }[];
}

/** Adds up what was required and not covered. */
export function missingBy(days: DayOfPosts[], weekdayOf: (date: string) => number): Missing {
  const windows = new Map<string, Missing['windows'][number]>();
  for (const day of days) {
    for (const post of day.posts) {
      if (!counts(post.status) || (day.state === 'live' && post.over === false)) continue;
      const { id, name, kind } = post.window;
      const window = windows.get(id) ?? { id, name: name ?? null, kind: kind ?? null, seconds: Array<number>(7).fill(0), required: Array<number>(7).fill(0) };
      windows.set(id, window);
      const weekday = weekdayOf(day.date);
      window.seconds[weekday] = (window.seconds[weekday] ?? 0) + post.required_seconds - post.covered_seconds;
      window.required[weekday] = (window.required[weekday] ?? 0) + post.required_seconds;
    }
  }
  return { windows: [...windows.values()] };
}
