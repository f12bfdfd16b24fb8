/** A post of the board as a time bar. */
import type { Bar, Gap, Stretch } from '@/desk/ui/timebar';
import type { Post } from './types';

/** Milliseconds of an RFC 3339 time. */
export const ms = (at: string): number => Date.parse(at);

/** What the axis of a board spans: from the earliest lead to the latest end of its posts. */
export function span(posts: Post[]): { from: number; to: number } | null {
  const times = posts.flatMap((post) => [post.window.on_post_by, post.window.starts_at, post.window.ends_at].flatMap((at) => (at ? [ms(at)] : [])));
  return times.length === 0 ? null : { from: Math.min(...times), to: Math.max(...times) };
}

/** The lanes: one for each slot, filled for as long as what was proven holds. */
export function lanesOf(post: Post): Stretch[][] {
  if (post.lanes) return post.lanes.map((lane) => lane.map(({ from, to, grade }) => ({ from: ms(from), to: ms(to), state: grade })));
  const here = post.on_post.filter((one) => one.counts).map((one): Stretch => ({ from: ms(one.since), to: ms(one.until), state: one.grade }));
  return Array.from({ length: post.count }, (_, slot) => here.slice(slot, slot + 1));
}

/** The gaps up to now. */
export function gapsOf(post: Post, now: number): Gap[] {
  if (post.gaps) return post.gaps.map(({ from, to, missing }) => ({ from: ms(from), to: to ? ms(to) : now, missing, open: !to }));
  if (!post.short_since || post.missing === 0) return [];
  return [{ from: ms(post.short_since), to: now, missing: post.missing, open: true }];
}

/** The bar of a post on the board's axis. */
export function barOf(post: Post, axis: { from: number; to: number }, now: number): Bar {
  const start = post.window.starts_at ? ms(post.window.starts_at) : axis.from;
  const end = post.window.ends_at ? ms(post.window.ends_at) : axis.to;
  const excused = post.state === 'excused' || post.state === 'unknown';
  const blank: Stretch[] = excused ? [{ from: start, to: end, state: post.state === 'unknown' ? 'unknown' : 'excused' }] : [];
  const lanes = lanesOf(post).map((lane) => [...blank, ...lane]);
  const alarm = post.state === 'short' || post.state === 'empty';
  return { ...axis, start, end, now, alarm, lanes, gaps: excused ? [] : gapsOf(post, now).map((gap) => ({ ...gap, open: gap.open && alarm })) };
}
