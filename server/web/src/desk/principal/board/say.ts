/** A post of the board in words. */
import { clock, duration } from '@/shared/format';
import type { State } from '@/shared/marks';
import { lang } from '@/desk/i18n';
import { say } from '@/desk/i18n/common';
import { windowName } from '@/desk/i18n/window';
import type { Bar } from '@/desk/ui/timebar';
import { ms } from './lanes';
import type { Post } from './types';
import { t } from './words';

/** The mark of a post: of those who are there the weakest evidence, so that it never looks better than it is. */
export function markOf(post: Post): State {
  if (post.state === 'short' || post.state === 'empty') return 'gap';
  if (post.state === 'excused' || post.state === 'unknown') return post.state;
  if (post.state === 'covered' || (post.state === 'gathering' && post.missing === 0)) {
    const grades = post.on_post.filter((one) => one.counts).map((one) => one.grade);
    return (['claimed', 'likely', 'confirmed'] as const).find((grade) => grades.includes(grade)) ?? 'confirmed';
  }
  return 'planned';
}

/** Its state in a word or two. */
export function stateOf(post: Post): string {
  if (post.state === 'gathering' && post.missing === 0) return t('state.ready');
  return t(`state.${post.state}`, { n: post.missing });
}

/** How long it has been short; null if it is not. */
export function sinceOf(post: Post, now: number): string | null {
  if (!post.short_since || (post.state !== 'short' && post.state !== 'empty')) return null;
  return t('since', { time: duration((now - ms(post.short_since)) / 1000, lang.value) });
}

/** Whom it asks for: "民警、交警 1 人". */
export function asked(post: Post): string {
  return t('people', { roles: post.roles.map((role) => say(`role.${role}`)).join(say('listSeparator')), n: post.count });
}

/** The window of a post. */
export const windowOf = (post: Post): string => windowName(post.window);

/** Somebody's name, or their role where names are not for the reader. */
export function nameOf(one: { name?: string | null; role: Post['roles'][number] }): string {
  return one.name ? `${one.name} ${say(`role.${one.role}`)}` : say(`role.${one.role}`);
}

/** The bar of a post, read aloud. */
export function barLabel(post: Post, bar: Bar, zone: string): string {
  const at = (time: number) => clock(time, zone);
  const gaps = bar.gaps.map((gap) => t(gap.open ? 'barGap' : 'barClosed', { from: at(gap.from), to: at(gap.to), n: gap.missing }));
  const here = post.on_post.filter((one) => one.counts).map(nameOf);
  const names = here.length === 0 ? [] : [t('here', { names: here.join(say('listSeparator')) })];
  return [t('bar', { post: post.checkpoint.name ?? '', from: at(bar.start), to: at(bar.end), state: stateOf(post) }), ...gaps, ...names].join(' ');
}
