/** Windows and duties in words. */
import { day } from '@/shared/format';
import { lang } from '@/desk/i18n';
import { say } from '@/desk/i18n/common';
import { p } from '../parts/words';
import { DAY_NAMES, minuteOf, timeOf, weekdayKind, type DayName, type DutyBody, type WindowBody } from './model';
import { t } from './words';

/** Weekdays: "周一至周五", or those that they are. */
export function weekdaysText(days: readonly DayName[]): string {
  const kind = weekdayKind(days);
  if (kind !== null) return t(kind === 'workdays' ? 'window.workdays' : 'window.everyDay');
  return DAY_NAMES.filter((one) => days.includes(one)).map((one) => p(lang.value === 'zh' ? `day.${one}` : `shortDay.${one}`)).join(say('listSeparator'));
}

/** 07:20–08:00. */
export function timesText(window: Pick<WindowBody, 'starts' | 'ends'>): string {
  return `${window.starts.slice(0, 5)}–${window.ends.slice(0, 5)}`;
}

/** A window in one line. */
export function windowText(window: WindowBody): string {
  const lead = window.lead_minutes > 0 ? [t('window.onPost', { time: timeOf(minuteOf(window.starts) - window.lead_minutes) })] : [];
  return [timesText(window), weekdaysText(window.weekdays), ...lead].join(' · ');
}

/** Roles as a list of alternatives. */
export function rolesText(roles: readonly DutyBody['roles'][number][]): string {
  return roles.map((role) => say(`role.${role}`)).join(' / ');
}

/** A duty in one line. */
export function dutyText(duty: DutyBody, place: string): string {
  return t('duty.line', { place, roles: rolesText(duty.roles), count: duty.count });
}

/** A date as people read it. */
export function dateText(date: string): string {
  return day(date, lang.value);
}
