/** The board in one line. */
import { clock, duration } from '@/shared/format';
import type { State } from '@/shared/marks';
import { lang } from '@/desk/i18n';
import { ms } from './lanes';
import type { Board } from './types';
import { t } from './words';

export interface Summary {
  mark: State;
  text: string;
  hint: string;
  /** Posts that are short now. */
  gaps: number;
}

/** What somebody has to know at a glance. */
export function summary(board: Board, now: number, zone: string): Summary {
  const short = board.posts.filter((post) => post.state === 'short' || post.state === 'empty');
  const missing = short.reduce((sum, post) => sum + post.missing, 0);
  if (short.length > 0) return { mark: 'gap', text: t('sum.gaps', { n: short.length, missing }), hint: '', gaps: short.length };
  if (board.school_day.kind === 'unknown') return { mark: 'unknown', text: t('sum.unknown'), hint: t('hint.unknown'), gaps: 0 };
  if (board.phase === 'before') return { ...before(board, now, zone), gaps: 0 };
  if (board.phase === 'running') return { ...running(board), gaps: 0 };
  const hint = t(`hint.${board.phase}`, { reason: board.school_day.reason });
  return { mark: board.phase === 'done' ? 'confirmed' : 'not_required', text: t(`sum.${board.phase}`), hint, gaps: 0 };
}

/** Nobody is told that all is well while somebody is awaited, though it is too early to call it a gap. */
function running(board: Board): { mark: State; text: string; hint: string } {
  const young = board.posts.filter((post) => post.state === 'grace');
  if (young.length === 0) return { mark: 'confirmed', text: t('sum.all'), hint: '' };
  return { mark: 'planned', text: t('sum.grace', { n: young.length, missing: young.reduce((sum, post) => sum + post.missing, 0) }), hint: '' };
}

function before(board: Board, now: number, zone: string): { mark: State; text: string; hint: string } {
  const starts = board.posts.flatMap((post) => (post.window.starts_at ? [ms(post.window.starts_at)] : []));
  const start = Math.min(...starts);
  if (!Number.isFinite(start)) return { mark: 'planned', text: t('sum.nothing_planned'), hint: '' };
  const time = clock(start, zone);
  const gathering = board.posts.filter((post) => post.state === 'gathering');
  const missing = gathering.reduce((sum, post) => sum + post.missing, 0);
  if (gathering.length === 0) return { mark: 'planned', text: t('sum.before', { time, left: duration((start - now) / 1000, lang.value) }), hint: '' };
  if (missing > 0) return { mark: 'planned', text: t('sum.gathering', { time, missing }), hint: '' };
  return { mark: 'confirmed', text: t('sum.ready', { time }), hint: '' };
}
