/** The languages of every page. Chinese comes first; English is complete. */
export type Lang = 'zh' | 'en';

const KEY = 'huxue.lang';

/** The reader's choice, else what the browser prefers, else Chinese. */
export function lang(): Lang {
  const chosen = read();
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return /^en\b/i.test(navigator.language) ? 'en' : 'zh';
}

/** Keeps the reader's choice on this device. */
export function chooseLang(to: Lang): void {
  try {
    localStorage.setItem(KEY, to);
  } catch {
    // A browser without storage keeps the choice for this page only.
  }
  document.documentElement.lang = tag(to);
}

/** The tag for `Accept-Language`, `lang` attributes and `Intl`. */
export function tag(of: Lang): string {
  return of === 'zh' ? 'zh-CN' : 'en';
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
