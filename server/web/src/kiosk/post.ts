/** The state of the post beside the code. */
import { clock, duration } from '@/shared/format';
import type { Lang } from '@/shared/lang';
import type { State } from '@/shared/marks';
import { el, mark } from './dom';
import type { PostNow, PostState } from './showing';
import { catalogues, fill, type Words } from './words';

const shapes: Record<PostState, State> = {
  upcoming: 'planned', gathering: 'planned', covered: 'confirmed', grace: 'planned', short: 'gap', empty: 'gap', excused: 'excused', unknown: 'unknown',
};

export interface View {
  words: Words;
  lang: Lang;
  zone: string;
  now: number;
}

function windowLine(post: PostNow, { words, lang, zone, now }: View): HTMLElement | null {
  const { kind, name, starts_at: starts, ends_at: ends, on_post_by: due } = post.window ?? {};
  if (typeof starts !== 'string' || typeof ends !== 'string') return null;
  const [start, end] = [Date.parse(starts), Date.parse(ends)];
  const plain = typeof kind === 'string' ? words.kind[kind] : '';
  // A name that only repeats the Chinese word for the kind is translated, a school's own is not.
  const called = typeof name !== 'string' || (typeof kind === 'string' && name === catalogues.zh.kind[kind]) ? plain : name;
  const range = fill(words.window, { kind: called, from: clock(start, zone), to: clock(end, zone) });
  const left = duration(((now < start ? start : end) - now) / 1000, lang);
  const rest = now >= end ? '' : fill(now < start ? words.startsIn : words.endsIn, { left });
  const by = typeof due === 'string' && now < Date.parse(due) ? el('p', 'soft', fill(words.by, { time: clock(due, zone) })) : null;
  return el('div', 'window num', el('p', '', range), rest === '' ? null : el('p', 'soft', rest), by);
}

function people(post: PostNow, { words }: View): HTMLElement {
  const present = post.by_role.filter((one) => one.present > 0);
  if (present.length === 0) return el('p', 'soft', words.nobody);
  const rows = present.map((one) => el('li', '', el('span', '', words.role[one.role]), el('span', 'num', fill(words.people, { n: one.present }))));
  return el('div', '', el('h2', '', words.here), el('ul', 'people', ...rows));
}

function gap(post: PostNow, { words, zone }: View): string | null {
  if ((post.state !== 'short' && post.state !== 'empty') || post.missing === 0) return null;
  const since = post.short_since ?? null;
  return since === null ? fill(words.missing, { n: post.missing }) : fill(words.since, { n: post.missing, time: clock(since, zone) });
}

/** Why nobody is expected at this post now; null if somebody is. */
function nothingAsked(post: PostNow, words: Words): string | null {
  switch (post.phase) {
    case 'no_school':
    case 'nothing_planned':
    case 'done': return words.phase[post.phase];
    case 'before':
    case 'running': return null;
  }
}

/** The panel of the post as it stands. */
export function postPanel(post: PostNow, view: View): HTMLElement {
  const { words } = view;
  const quiet = nothingAsked(post, words);
  if (quiet !== null || !post.state) return el('section', 'post', el('div', 'state', mark('not_required'), el('p', 'word', quiet ?? words.phase.nothing_planned)));
  const missing = gap(post, view);
  const ready = post.state === 'gathering' && post.missing === 0;
  const state = el('div', missing === null ? 'state' : 'state gap', mark(ready ? 'confirmed' : shapes[post.state]), el('p', 'word', words.state[ready ? 'ready' : post.state]), el('p', 'count num', fill(words.filled, { a: post.filled, b: post.count })));
  return el('section', 'post', state, missing === null ? null : el('p', 'gap num', missing), windowLine(post, view), people(post, view));
}
