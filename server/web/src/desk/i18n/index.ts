/** The language of the desk: one vue-i18n, into which areas bring their catalogues when they are first used. */
import { createI18n } from 'vue-i18n';
import { computed, type ComputedRef } from 'vue';
import { chooseLang, lang as chosen, tag, type Lang } from '@/shared/lang';
import type { Area, Key, Tree } from './area';

export const i18n = createI18n({
  legacy: false,
  locale: chosen(),
  fallbackLocale: 'zh',
  messages: { zh: {}, en: {} },
  // A type error tells of missing keys; at run time they would be noise.
  missingWarn: false,
  fallbackWarn: false,
});

/** The language that is shown, as a reactive value. */
export const lang: ComputedRef<Lang> = computed(() => (i18n.global.locale.value === 'en' ? 'en' : 'zh'));

/** Changes the language, and remembers it on this device. */
export function setLang(to: Lang): void {
  chooseLang(to);
  i18n.global.locale.value = to;
}

/** What goes into a sentence. `n` also chooses between "one | many". */
export type Params = Record<string, string | number>;

/** A function from the keys of an area to its sentences in the language of the moment. */
export type Say<T> = (key: Key<T>, params?: Params) => string;

const loaded = new Set<string>();

/** The sentences of an area, to be used anywhere: `const t = words(board)`. */
export function words<T extends Tree>(of: Area<T>): Say<T> {
  if (!loaded.has(of.name)) {
    loaded.add(of.name);
    i18n.global.mergeLocaleMessage('zh', { [of.name]: of.zh });
    i18n.global.mergeLocaleMessage('en', { [of.name]: of.en });
  }
  return (key, params = {}) => {
    const path = `${of.name}.${key}`;
    const n = params['n'];
    return typeof n === 'number' ? i18n.global.t(path, params, n) : i18n.global.t(path, params);
  };
}

document.documentElement.lang = tag(lang.value);
