import { i18n } from '.';
import type { WindowKind } from '../data/wire';
import { say } from './terms';

/** What a window is called: the school's own name for it, unless that only repeats the Chinese word for its kind. */
export function windowName(kind: WindowKind | null | undefined, name: string | null | undefined): string {
  const plain = kind === null || kind === undefined ? '' : `terms.window.${kind}`;
  const repeats = plain !== '' && name === i18n.global.t(plain, 1, { locale: 'zh' });
  if (typeof name === 'string' && !repeats) return name;
  return kind === null || kind === undefined ? '' : say(`window.${kind}`);
}
