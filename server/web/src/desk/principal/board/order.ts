/** Worst first. */
import type { Post } from './types';

const RANK: Record<Post['state'], number> = { empty: 0, short: 1, grace: 2, gathering: 3, unknown: 4, upcoming: 5, covered: 6, excused: 7 };

/** Before the window those with somebody missing come first. */
function rank(post: Post): number {
  return RANK[post.state] + (post.state === 'gathering' && post.missing === 0 ? 2.5 : 0);
}

/** The ids of the posts, the worst first: by state, then by how long they have been short, then by how many are missing; else as planned. */
export function worstFirst(posts: Post[]): string[] {
  const since = (post: Post) => (post.short_since ? Date.parse(post.short_since) : Infinity);
  const compare = (a: Post, b: Post) => rank(a) - rank(b) || compareTimes(since(a), since(b)) || b.missing - a.missing;
  return [...posts].sort(compare).map((post) => post.duty_id);
}

const compareTimes = (a: number, b: number): number => (a === b ? 0 : a - b);

/** The order to show: the one before while somebody reads, with what is new at its end; else the worst first. */
export function nextOrder(before: string[], posts: Post[], reading: boolean): string[] {
  const worst = worstFirst(posts);
  if (!reading) return worst;
  const present = new Set(worst);
  const kept = before.filter((id) => present.has(id));
  if (kept.length === 0) return worst;
  const known = new Set(kept);
  return [...kept, ...worst.filter((id) => !known.has(id))];
}
