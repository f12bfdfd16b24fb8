/** How schools stand now: what their boards come to. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { clock } from '@/shared/format';
import type { State } from '@/shared/marks';
import { say } from '@/desk/i18n/common';
import { t } from '../words';

export type SchoolNow = components['schemas']['SchoolNowBody'];

/** Most posts short first. */
export async function readNow(organization: string): Promise<SchoolNow[]> {
  const answer = await ok(api.GET('/api/v1/organizations/{id}/boards', { params: { path: { id: organization } } }));
  return answer.schools;
}

/** How a school stands now, worst first. */
export const STANDS = ['open', 'waiting', 'covered', 'none', 'unknown'] as const;
export type Stands = (typeof STANDS)[number];

/** Red, a triangle to the map, is a gap that is open now. */
export function standsNow(one: SchoolNow): Stands {
  if (one.phase === 'no_school' || one.phase === 'nothing_planned' || one.phase === 'done') return 'none';
  if (one.unknown > 0 && one.unknown === one.posts) return 'unknown';
  if (one.short > 0) return 'open';
  return one.waiting > 0 ? 'waiting' : 'covered';
}

export interface Said {
  state: State;
  label: string;
  /** What stands below it; empty if nothing does. */
  more: string;
}

const calm = (state: State, label: string, more = ''): Said => ({ state, label, more });

/** One shape and one sentence. A gap that is open is the only thing in red. */
export function stands(one: SchoolNow): Said {
  const time = (at: string) => clock(at, one.school.timezone);
  const span = one.window ? t('now.window', { kind: say(`window.${one.window.kind}`), from: time(one.window.starts_at), to: time(one.window.ends_at) }) : '';
  switch (standsNow(one)) {
    case 'open': return calm('gap', t('now.short', { n: one.short, m: one.missing }), one.short_since ? t('now.since', { time: time(one.short_since) }) : span);
    case 'waiting': return calm('planned', t('now.waiting', { n: one.waiting, of: one.posts }), span);
    case 'covered': return calm('confirmed', t('now.covered', { n: one.staffed }), span);
    case 'unknown': return calm('unknown', t('now.unknown'));
    case 'none': return calm('not_required', one.phase === 'done' ? t('now.done') : t(`now.${one.phase === 'no_school' ? 'no_school' : 'nothing_planned'}`), one.phase === 'done' ? span : '');
  }
}
