/** A duty of a day in words. */
import { clock } from '@/shared/format';
import type { State } from '@/shared/marks';
import { say } from '@/desk/i18n/common';
import type { Bar } from '@/desk/ui/timebar';
import { soFar, weakest, type Coverage, type Duty } from './bars';
import { t } from './words';

/** Whole minutes, rounded down: nobody is credited with more than they stood. */
export const minutes = (seconds: number): number => Math.floor(seconds / 60);

/** A duty's state: its mark, its word, and whether a gap of it is past. */
export interface Said {
  state: State;
  label: string;
  past: boolean;
}

/** What a duty came to; while its window is not over, how it stands. */
export function stateOf(duty: Duty, bar: Bar): Said {
  const now = soFar(duty, bar);
  const label = now === null ? say(`status.${duty.status}`) : t(`soFar.${now}`);
  return { state: now === null ? markOf(duty) : marksSoFar(duty)[now], label, past: now !== 'open' };
}

const marksSoFar = (duty: Duty): Record<NonNullable<ReturnType<typeof soFar>>, State> => ({ ahead: 'planned', open: 'gap', gaps: 'gap', held: weakest(duty) });

function markOf(duty: Duty): State {
  if (duty.status === 'covered') return weakest(duty);
  return duty.status === 'short' || duty.status === 'empty' ? 'gap' : duty.status;
}

/** Whom a duty asks for. */
export const asked = (duty: Duty): string =>
  t('duty.people', { roles: duty.roles.map((role) => say(`role.${role}`)).join(say('listSeparator')), n: duty.count });

/** Covered of required minutes: of what has passed, while the day is live. */
export function covered(duty: Duty): string {
  if (duty.so_far) return t('duty.soFar', { covered: duty.so_far.covered_minutes, required: duty.so_far.required_minutes });
  return t('duty.covered', { covered: minutes(duty.covered_seconds), required: minutes(duty.required_seconds) });
}

/** The bar of a duty, read aloud. */
export function barLabel(coverage: Coverage, duty: Duty, bar: Bar): string {
  const at = (time: number) => clock(time, coverage.school.timezone);
  const gaps = bar.gaps.map((gap) => t('duty.gap', { from: at(gap.from), to: at(gap.to), n: gap.missing }));
  const text = t('duty.bar', {
    post: duty.checkpoint.name ?? '', from: at(bar.start), to: at(bar.end), status: stateOf(duty, bar).label,
    covered: duty.so_far?.covered_minutes ?? minutes(duty.covered_seconds), required: duty.so_far?.required_minutes ?? minutes(duty.required_seconds),
  });
  return [text, ...(gaps.length === 0 && duty.status === 'covered' ? [t('duty.noGaps')] : gaps)].join(' ');
}
