/** What a board comes to, for somebody who looks at a phone. Pure: `now` is a parameter. */
import type { Board, Post, PostState, Role } from './wire';
import { there } from './there';

/** The window that the board shows, the earliest if several run at once. */
export interface WindowNow {
  kind: 'drop_off' | 'pick_up' | null;
  name: string | null;
  starts: string;
  ends: string;
  by: string | null;
  /** Before the start, between start and end, or after. */
  phase: 'before' | 'running' | 'over';
  /** Whole seconds until the start or, once it runs, until the end. */
  left: number;
}

export interface Summary {
  posts: number;
  /** Posts with a gap that is open now. */
  short: number;
  /** Slots that are unfilled at those. */
  missing: number;
  /** Posts that are not complete yet, without being short. */
  waiting: number;
  unknown: number;
}

const isShort = (state: PostState) => state === 'short' || state === 'empty';

export function summary(board: Board): Summary {
  const short = board.posts.filter((post) => isShort(post.state));
  return {
    posts: board.posts.length,
    short: short.length,
    missing: short.reduce((sum, post) => sum + post.missing, 0),
    waiting: board.posts.filter((post) => post.state === 'grace' || (post.state === 'gathering' && post.missing > 0)).length,
    unknown: board.posts.filter((post) => post.state === 'unknown').length,
  };
}

export function windowNow(board: Board, now: number): WindowNow | null {
  const windows = board.posts.map((post) => post.window).sort((a, b) => moment(a.starts_at) - moment(b.starts_at));
  const first = windows[0];
  if (typeof first?.starts_at !== 'string' || typeof first.ends_at !== 'string') return null;
  const [start, end] = [moment(first.starts_at), moment(first.ends_at)];
  const phase = now < start ? 'before' : now < end ? 'running' : 'over';
  const left = Math.max(0, Math.floor(((phase === 'before' ? start : end) - now) / 1000));
  return { kind: first.kind ?? null, name: first.name ?? null, starts: first.starts_at, ends: first.ends_at, by: first.on_post_by ?? null, phase, left };
}

const order: PostState[] = ['empty', 'short', 'grace', 'gathering', 'unknown', 'upcoming', 'excused', 'covered'];

/** A checkpoint with what is asked for there. */
export interface Place {
  id: string;
  name: string | null;
  posts: Post[];
}

/** By checkpoint, the worst first; among equals as the school orders them. */
export function places(posts: Post[]): Place[] {
  const found = new Map<string, Place>();
  for (const post of posts) {
    const place = found.get(post.checkpoint.id) ?? { id: post.checkpoint.id, name: post.checkpoint.name ?? null, posts: [] };
    place.posts.push(post);
    found.set(place.id, place);
  }
  const worst = (place: Place) => Math.min(...place.posts.map((post) => order.indexOf(post.state)));
  // Sorting keeps the order of equals.
  return [...found.values()].sort((a, b) => worst(a) - worst(b));
}

/** The posts where somebody is planned by one of these shifts. */
export function postsOf(board: Board, shiftIds: ReadonlySet<string>): Post[] {
  return board.posts.filter((post) => post.shifts.some((shift) => shiftIds.has(shift.shift_id)));
}

/** Whether the board says that the person of a shift has come. */
export function came(board: Board | null, shiftId: string): boolean {
  return board?.posts.some((post) => post.shifts.some((shift) => shift.shift_id === shiftId && shift.came)) ?? false;
}

/** Who stands at a place, by role, in the order in which they came. A person counts once, whatever is asked for there. */
export function byRole(place: Place): [Role, number][] {
  const counts = new Map<Role, number>();
  for (const one of place.posts[0]?.on_post ?? []) counts.set(one.role, (counts.get(one.role) ?? 0) + 1);
  return [...counts];
}

function moment(at: string | null | undefined): number {
  return !there(at) ? Number.POSITIVE_INFINITY : Date.parse(at);
}
