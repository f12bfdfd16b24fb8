/** The language of the app: one vue-i18n; an area brings its sentences when its page is first opened. */
import { createI18n } from 'vue-i18n';
import { computed, type ComputedRef } from 'vue';
import { Locale } from 'vant/es/locale';
import { chooseLang, lang as chosen, type Lang } from '@/shared/lang';

/** A tree of sentences. */
export interface Tree {
  [key: string]: string | Tree;
}

/** The same keys, whatever the sentences. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** Every way to a sentence of a tree: `'title' | 'state.open'`. */
export type Key<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Key<T[K]>}` }[keyof T & string];

/** What goes into a sentence. `n` also chooses between "one | many". */
export type Params = Record<string, string | number>;

/** From the keys of an area to its sentences in the language of the moment. */
export type Say<T> = (key: Key<T>, params?: Params) => string;

export const i18n = createI18n({
  legacy: false,
  locale: chosen(),
  fallbackLocale: 'zh',
  messages: { zh: {}, en: {} },
  // A type error tells of missing keys; at run time they would be noise.
  missingWarn: false,
  fallbackWarn: false,
});

/** The language that is shown. */
export const lang: ComputedRef<Lang> = computed(() => (i18n.global.locale.value === 'en' ? 'en' : 'zh'));

/** Declares the sentences of an area, and gives the way to them. A key that one language lacks does not compile. */
export function area<const T extends Tree>(name: string, zh: T, en: NoInfer<Same<T>>): Say<T> {
  i18n.global.mergeLocaleMessage('zh', { [name]: zh });
  i18n.global.mergeLocaleMessage('en', { [name]: en });
  return (key, params = {}) => {
    const path = `${name}.${key}`;
    return typeof params['n'] === 'number' ? i18n.global.t(path, params, params['n']) : i18n.global.t(path, params);
  };
}

/** Changes the language, and remembers it on this device. */
export async function setLang(to: Lang): Promise<void> {
  chooseLang(to);
  await vantSpeaks(to);
  i18n.global.locale.value = to;
}

/** Vant has sentences of its own ("Loading…"). Chinese is built in. */
export async function vantSpeaks(to: Lang): Promise<void> {
  if (to === 'en') Locale.use('en-US', (await import('vant/es/locale/lang/en-US')).default);
  else Locale.use('zh-CN');
}
