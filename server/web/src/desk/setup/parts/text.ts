import { day } from '@/shared/format';
import { lang } from '@/desk/i18n';

/** 2026年11月23日 周一 / Mon 23 Nov 2026. */
export function dateWithYear(date: string): string {
  const year = date.slice(0, 4);
  return lang.value === 'zh' ? `${year}年${day(date, 'zh')}` : `${day(date, 'en')} ${year}`;
}
