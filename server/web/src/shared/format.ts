/** Times, dates and durations as people read them: in the school's zone, never raw ISO. */
import { tag, type Lang } from './lang';

const makers = new Map<string, Intl.DateTimeFormat>();

function maker(lang: Lang, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${zone} ${JSON.stringify(options)}`;
  const known = makers.get(key) ?? new Intl.DateTimeFormat(tag(lang), { timeZone: zone, ...options });
  makers.set(key, known);
  return known;
}

/** 07:25, or 07:25:09 with seconds. `at` is RFC 3339 or milliseconds. */
export function clock(at: string | number, zone: string, seconds = false): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return maker('en', zone, seconds ? { ...options, second: '2-digit' } : options).format(new Date(at));
}

/** 11月23日 周一 / Mon 23 Nov. `date` is YYYY-MM-DD: a day of the school's, no instant. */
export function day(date: string, lang: Lang): string {
  const at = new Date(`${date}T00:00:00Z`);
  const weekday = maker(lang, 'UTC', { weekday: 'short' }).format(at);
  if (lang === 'zh') return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${weekday}`;
  return `${weekday} ${at.getUTCDate()} ${maker(lang, 'UTC', { month: 'short' }).format(at)}`;
}

/** 2026年11月23日 / 23 November 2026: for paper, which is read in other years. */
export function fullDay(date: string, lang: Lang): string {
  const at = new Date(`${date}T00:00:00Z`);
  return lang === 'zh' ? `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日` : `${at.getUTCDate()} ${monthName(date.slice(0, 7), lang)}`;
}

/** 2026年11月, November 2026. */
export function monthName(month: string, lang: Lang): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  return lang === 'zh' ? `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月` : maker('en', 'UTC', { year: 'numeric', month: 'long' }).format(at);
}

/** The day of an instant on a zone's calendar, as YYYY-MM-DD. */
export function dateOf(at: string | number, zone: string): string {
  const parts = maker('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** 45 秒, 12 分, 1 小时 5 分 / 45 s, 12 min, 1 h 5 min. Whole minutes are rounded down: nobody is credited with more than they stood. */
export function duration(seconds: number, lang: Lang): string {
  const [h, m, s] = lang === 'zh' ? [' 小时', ' 分', ' 秒'] : [' h', ' min', ' s'];
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole}${s}`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}${m}`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${h}${rest === 0 ? '' : ` ${rest}${m}`}`;
}

/** 98.7 %: rounded down to a tenth, so that only what is complete shows as 100 %. `–` if there is nothing to divide by. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return '–';
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1).replace(/\.0$/, '')} %`;
}
