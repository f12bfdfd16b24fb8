/** Time bars: lanes of stretches over an axis, in parts of its width. Times are milliseconds. */
import type { State } from '@/shared/marks';

/** A stretch of one state in a lane. */
export interface Stretch {
  from: number;
  to: number;
  state: State;
}

/** A stretch with unfilled slots. `open` is the one that lasts now. */
export interface Gap {
  from: number;
  to: number;
  missing: number;
  open: boolean;
}

export interface Bar {
  /** The axis: from the lead to the end. */
  from: number;
  to: number;
  /** What is required: the window. */
  start: number;
  end: number;
  /** The present, or null once all is past. */
  now: number | null;
  /** Whether what is unfilled now counts as a gap; not within the grace at its beginning. */
  alarm: boolean;
  /** One for each slot. */
  lanes: Stretch[][];
  gaps: Gap[];
}

/** A stretch as it is drawn, in percent of the axis. `ahead` has not come yet: what holds until then unless somebody leaves. */
export interface Piece extends Stretch {
  left: number;
  width: number;
  ahead: boolean;
}

/** A gap within one lane. */
export interface Hole {
  left: number;
  width: number;
  open: boolean;
}

/** Where a time stands on the axis, in percent. */
export function place(at: number, bar: Pick<Bar, 'from' | 'to'>): number {
  const part = (at - bar.from) / Math.max(1, bar.to - bar.from);
  return Math.min(100, Math.max(0, part * 100));
}

/** Stretches that follow one another in the same state, as one. */
export function joined(lane: Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of lane) {
    const last = found.at(-1);
    if (last !== undefined && last.state === stretch.state && last.to >= stretch.from && last.from <= stretch.from) last.to = Math.max(last.to, stretch.to);
    else found.push({ ...stretch });
  }
  return found;
}

/** The stretches of a lane, cut at the present. */
export function pieces(lane: Stretch[], bar: Bar): Piece[] {
  return joined(lane).flatMap((stretch) => {
    const cut = bar.now !== null && stretch.from < bar.now && bar.now < stretch.to ? [stretch.from, bar.now, stretch.to] : [stretch.from, stretch.to];
    return cut.slice(1).flatMap((to, i) => {
      const from = cut[i] ?? to;
      const [left, right] = [place(from, bar), place(to, bar)];
      if (right <= left) return [];
      return [{ from, to, state: stretch.state, left, width: right - left, ahead: bar.now !== null && from >= bar.now }];
    });
  });
}

/** What of the window a lane was not filled for, up to the present. */
export function holes(lane: Stretch[], bar: Bar): Hole[] {
  const until = bar.now === null ? bar.end : Math.min(bar.now, bar.end);
  const found: Hole[] = [];
  let at = bar.start;
  const add = (to: number) => {
    const [left, right] = [place(at, bar), place(to, bar)];
    if (right > left) found.push({ left, width: right - left, open: bar.alarm && bar.now !== null && to >= until && bar.now < bar.end });
  };
  for (const stretch of [...lane].sort((a, b) => a.from - b.from)) {
    if (stretch.from > at) add(Math.min(stretch.from, until));
    at = Math.max(at, stretch.to);
    if (at >= until) break;
  }
  if (at < until) add(until);
  return found;
}

/** Round times for an axis, about `most` of them: each 5, 10, 15, 30 or 60 minutes of the zone's clock. */
export function ticks(bar: Pick<Bar, 'from' | 'to'>, most = 8): number[] {
  const minute = 60_000;
  const span = (bar.to - bar.from) / minute;
  const step = ([5, 10, 15, 30, 60, 120].find((one) => span / one <= most) ?? 240) * minute;
  const found: number[] = [];
  // Zones lie whole quarters of an hour apart, so steps of the epoch are steps of the clock.
  for (let at = Math.ceil(bar.from / step) * step; at <= bar.to; at += step) found.push(at);
  return found;
}
