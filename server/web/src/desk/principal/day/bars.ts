/** A duty of a day as time bars and as a ledger: who filled each slot at each second. */
import type { components } from '@/api/schema';
import type { State } from '@/shared/marks';
import type { Bar, Gap, Stretch } from '@/desk/ui/timebar';
import type { Filled } from '../wanted';

export type Coverage = components['schemas']['CoverageBody'];
export type Duty = Coverage['duties'][number];
export type Window = Coverage['windows'][number];

const ms = (at: string): number => Date.parse(at);

/** The present of a live day's window; null once it is past. */
export function presentOf(coverage: Coverage, window: Window): number | null {
  const known = ms(coverage.as_known_at);
  return coverage.state === 'live' && known < ms(window.ends_at) ? known : null;
}

/** The weakest evidence that filled the duty: where slots are not told apart, it never looks better than it was. */
export function weakest(duty: Duty): State {
  const { claimed, likely } = duty.seconds_by_grade;
  return claimed > 0 ? 'claimed' : likely > 0 ? 'likely' : 'confirmed';
}

/** Lanes worked out from the gaps alone: right as to when and how many, silent as to who. */
export function lanesFromGaps(duty: Duty, window: Window, until: number): Stretch[][] {
  const state = weakest(duty);
  const [start, end] = [ms(window.starts_at), Math.min(ms(window.ends_at), until)];
  return Array.from({ length: duty.count }, (_, slot) => {
    const unfilled = duty.gaps.filter((gap) => gap.missing >= duty.count - slot).map((gap) => [ms(gap.from), ms(gap.to)] as const);
    const edges = [start, ...unfilled.flat(), end];
    const lane: Stretch[] = [];
    for (let i = 0; i + 1 < edges.length; i += 2) {
      const [from, to] = [edges[i] ?? end, edges[i + 1] ?? end];
      if (to > from) lane.push({ from, to: Math.min(to, end), state });
    }
    return lane;
  });
}

/** The bar of a duty. `filled` are its slots, where the server tells them. */
export function barOf(coverage: Coverage, duty: Duty, window: Window, filled: Filled[][] | null): Bar {
  const [start, end] = [ms(window.starts_at), ms(window.ends_at)];
  const now = presentOf(coverage, window);
  const from = start - window.lead_minutes * 60_000;
  const blank: State | null = duty.status === 'not_required' || duty.status === 'unknown' || duty.status === 'excused' ? duty.status : null;
  const lanes = filled?.map((lane) => lane.map((one): Stretch => ({ from: ms(one.from), to: ms(one.to), state: one.grade }))) ?? lanesFromGaps(duty, window, now ?? end);
  return { from, to: end, start, end, now, alarm: true, lanes: blank === null ? lanes : lanes.map((lane) => [{ from: start, to: end, state: blank }, ...lane]), gaps: blank === null ? gapsOf(duty, now) : [] };
}

/** The gaps up to the present: what lies ahead is none yet. */
export function gapsOf(duty: Duty, now: number | null): Gap[] {
  return duty.gaps.flatMap((gap) => {
    const [from, to] = [ms(gap.from), ms(gap.to)];
    if (now !== null && from >= now) return [];
    return [{ from, to: now === null ? to : Math.min(to, now), missing: gap.missing, open: now !== null && to > now }];
  });
}

/** How a duty stands while its window is not over: not yet begun, short now, short before, held so far. Null once its status counts. */
export function soFar(duty: Duty, bar: Pick<Bar, 'start' | 'now' | 'gaps'>): 'ahead' | 'open' | 'gaps' | 'held' | null {
  const judged = duty.status === 'covered' || duty.status === 'short' || duty.status === 'empty';
  if (bar.now === null || !judged) return null;
  if (bar.now < bar.start) return 'ahead';
  return bar.gaps.some((gap) => gap.open) ? 'open' : bar.gaps.length > 0 ? 'gaps' : 'held';
}

/** One line of a slot's ledger. */
export interface Line {
  from: number;
  to: number;
  /** What the slot was in this stretch. */
  kind: 'filled' | 'gap' | 'ahead';
  by: Filled | null;
}

/** A slot from the lead to the end of the window, without a second left out. */
export function ledger(lane: Filled[], bar: Pick<Bar, 'from' | 'to' | 'start' | 'end' | 'now'>): Line[] {
  const lines: Line[] = [];
  const until = bar.now ?? bar.end;
  const empty = (from: number, to: number) => {
    const begins = Math.max(from, bar.start);
    if (Math.min(to, until) > begins) lines.push({ from: begins, to: Math.min(to, until), kind: 'gap', by: null });
    if (to > Math.max(begins, until)) lines.push({ from: Math.max(begins, until), to, kind: 'ahead', by: null });
  };
  let at = bar.from;
  for (const one of [...lane].sort((a, b) => ms(a.from) - ms(b.from))) {
    const [from, to] = [Math.max(ms(one.from), bar.from), Math.min(ms(one.to), bar.end)];
    if (to <= from) continue;
    if (from > at) empty(at, from);
    lines.push({ from, to, kind: 'filled', by: one });
    at = Math.max(at, to);
  }
  if (at < bar.end) empty(at, bar.end);
  return lines;
}
