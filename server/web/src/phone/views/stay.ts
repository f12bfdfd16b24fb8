/** My minutes on this post as a bar, who else is here by role, and when to tap again. */
import { h, mark, type Child } from '../dom';
import type { Here, Stay } from '../here';
import { hereOf, nowOf, type Model } from '../model';
import { timeOnPost } from '../standing';
import { shown, span } from '../time';
import { words } from '../words';

interface Range {
  from: number;
  to: number;
}

/** What the bar spans: the window from when people are to be on post, or came; the stays where there is no window. */
function rangeOf(here: Here): Range | null {
  const { window } = here;
  const { stays } = here.me;
  if (window) {
    const due = Date.parse(window.on_post_by ?? window.starts_at);
    const early = stays.filter(({ to }) => Date.parse(to) > due).map(({ from }) => Date.parse(from));
    return { from: Math.min(due, ...early), to: Date.parse(window.ends_at) };
  }
  const [first, last] = [stays[0], stays[stays.length - 1]];
  return first && last ? { from: Date.parse(first.from), to: Date.parse(last.to) } : null;
}

/** A stretch of the bar, in percent of it; null if it lies outside. */
export function stretch(range: Range, from: number, to: number): { left: number; width: number } | null {
  const [a, b] = [Math.max(from, range.from), Math.min(to, range.to)];
  const whole = range.to - range.from;
  return b > a && whole > 0 ? { left: ((a - range.from) / whole) * 100, width: ((b - a) / whole) * 100 } : null;
}

function piece(range: Range, from: number, to: number, look: string): Child {
  const at = stretch(range, from, to);
  return at !== null && h('span', { class: `piece ${look}`, style: `left:${at.left.toFixed(2)}%;width:${at.width.toFixed(2)}%` });
}

/** A stay up to now in full, what is still in force ahead of now only hinted at. */
function pieces(range: Range, stay: Stay, now: number): Child[] {
  const [from, to] = [Date.parse(stay.from), Date.parse(stay.to)];
  return [piece(range, from, Math.min(to, now), stay.grade), piece(range, Math.max(from, now), to, `${stay.grade} ahead`)];
}

function bar(here: Here, model: Model): Child {
  const range = rangeOf(here);
  if (range === null) return null;
  const w = words();
  const now = nowOf(model);
  const marker = stretch(range, range.from, Math.min(now, range.to));
  const label = here.me.stays.map((stay) => `${shown(stay.from, model.facts)}–${shown(stay.to, model.facts)} ${w.grades[stay.grade]}`).join(w.comma);
  return h(
    'div',
    {},
    h(
      'div',
      { class: 'bar', role: 'img', 'aria-label': label || w.none },
      ...here.me.stays.flatMap((stay) => pieces(range, stay, now)),
      marker !== null && now < range.to && h('span', { class: 'now', style: `left:${marker.width.toFixed(1)}%` }),
    ),
    h('p', { class: 'ends num', 'aria-hidden': 'true' }, h('span', {}, shown(range.from, model.facts)), h('span', {}, shown(range.to, model.facts))),
  );
}

type Others = Here['others'];

export interface Group {
  role: Others[number]['role'];
  grades: Others[number]['grade'][];
  names: string[];
}

/** The others by role: each with their grade, and their names where the viewer may see them. */
export function byRole(others: Others): Group[] {
  const groups = new Map<Group['role'], Group>();
  for (const { role = null, grade, name = null } of others) {
    const group = groups.get(role) ?? { role, grades: [], names: [] };
    group.grades.push(grade);
    if (name !== null) group.names.push(name);
    groups.set(role, group);
  }
  return [...groups.values()];
}

function others(here: Here): Child {
  const w = words();
  const groups = byRole(here.others);
  if (groups.length === 0) return h('p', { class: 'soft' }, w.alone);
  const rows = groups.map(({ role, grades, names }) => {
    const text = names.length > 0 ? ` ${names.join(w.comma)}` : ` ${grades.length}`;
    return h('li', {}, ...grades.map((grade) => mark(grade, 16)), h('span', {}, role ? w.roles[role] : w.otherRole), h('span', { class: 'soft num' }, text));
  });
  return h('ul', { class: 'people' }, ...rows);
}

/** Nothing until the server has said it. */
export function stay(model: Model): HTMLElement {
  const here = hereOf(model);
  const w = words();
  if (here === null || here.roles.length === 0) return h('section', { class: 'none' });
  const ms = timeOnPost(here, nowOf(model));
  const { again_by } = here.me;
  return h(
    'section',
    { class: 'stay' },
    h('h2', {}, w.mine),
    h('p', { class: 'num' }, ms > 0 ? w.minutesToday(span(ms)) : w.none),
    bar(here, model),
    !!again_by && h('p', { class: 'soft num' }, w.again(shown(again_by, model.facts))),
    h('h2', {}, w.others(nowOf(model) - Date.parse(here.now) > 12e4 ? shown(here.now, model.facts) : '')),
    others(here),
  );
}
