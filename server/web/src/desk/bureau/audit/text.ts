/** Lines of the audit log in words. */
import type { components } from '@/api/schema';
import { clock, dateOf, day } from '@/shared/format';
import { lang } from '@/desk/i18n';
import { common, say } from '@/desk/i18n/common';
import { isDate } from '@/desk/principal/dates';
import { zone } from '@/desk/shell/place';
import { RIGHTS, t as shell } from '@/desk/shell/words';
import { p } from '@/desk/setup/parts/words';
import { DAY_NAMES, timeOf } from '@/desk/setup/rules/model';
import { weekdaysText } from '@/desk/setup/rules/text';
import { AUDIT_GROUPS, AUDIT_VERBS, t } from '../words';
import { a, DETAIL_KEYS, SUBJECT_WORDS, VALUE_WORDS, type DetailKey, type SubjectWord, type ValueWord } from './words';

export type AuditLine = components['schemas']['AuditBody'];
type Right = components['schemas']['Right'];

/** Groups of the desk's words that values are looked for in. */
const COMMON = ['role', 'office', 'grade', 'window', 'check_in', 'day', 'shift', 'kind'] as const;

/** The actions that the log is filtered by, as the server names them. */
export const ACTIONS = [
  'session.open', 'session.end', 'session.refresh', 'password.change', 'password.reset', 'phone.view', 'person.rename', 'account.export', 'account.delete', 'consent.answer', 'membership.join', 'membership.approve', 'membership.decline', 'membership.edit', 'membership.end', 'membership.leave',
  'membership.give_office', 'invite.create', 'invite.revoke', 'organization.create', 'organization.edit', 'organization.place', 'organization.move', 'organization.archive', 'station.assign_school', 'station.unassign_school',
  'school.import', 'school.template', 'school_rules.set', 'checkpoint.create', 'checkpoint.edit', 'checkpoint.archive', 'sign.print', 'sign.reissue', 'screen.create', 'screen.revoke', 'window.add', 'window.edit', 'window.end', 'window.order_duties',
  'duty.add', 'duty.edit', 'duty.end', 'patrol_route.add', 'patrol_route.edit', 'patrol_route.end', 'patrol.end', 'patrol.export', 'alert.acknowledge', 'alert_rule.set', 'alarm.raise', 'alarm.step', 'hazard.report', 'hazard.step', 'hazard.photo', 'hazard_rules.set', 'inspection.add', 'checklist.add', 'checklist.retire', 'channel.add', 'channel.edit', 'channel.end', 'channel.test', 'message.again', 'shift.plan', 'shift.accept', 'shift.decline', 'shift.cancel', 'shift.stand_in', 'check_in.co_sign', 'check_in.review', 'check_in.void', 'correction.ask', 'correction.decide', 'calendar.import', 'calendar_day.put',
  'calendar_day.delete', 'day_change.record', 'day_change.withdraw', 'term.add', 'term.edit', 'term.delete', 'day.export', 'coverage.export', 'audit.export', 'audit.prune', 'request', 'admin.create', 'set_up.finish', 'key.rotate', 'key.retire',
] as const;

/** An action in words: what it is about, and what was done. One without words stands as it is. */
export function actionText(action: string): string {
  if (action === 'request') return a('request');
  const [subject, verb] = action.split('.');
  const group = AUDIT_GROUPS.find((one) => one === subject);
  const done = AUDIT_VERBS.find((one) => one === verb);
  return group === undefined || done === undefined ? action : `${t(`audited.groups.${group}`)} · ${t(`audited.verbs.${done}`)}`;
}

/** What a line is about, in words: the kind of record, and its name if it has one. */
export function subjectText({ subject_kind: kind, subject_id: id, names }: Pick<AuditLine, 'subject_kind' | 'subject_id' | 'names'>): string {
  if (typeof kind !== 'string') return '–';
  const group = AUDIT_GROUPS.find((one) => one === kind);
  const word = SUBJECT_WORDS.has(kind) ? a(`subjects.${kind as SubjectWord}`) : group === undefined ? kind : t(`audited.groups.${group}`);
  const name = typeof id === 'string' ? (names[id] ?? (ID.test(id) ? '' : written(id))) : '';
  return [word, name].filter((part) => part !== '').join(' ');
}

/** The details of a line in words: what each is called, and its value. An id stands as the name that the server told; one that has none is for whoever opens the line. */
export function detailsOf({ details, names }: Pick<AuditLine, 'details' | 'names'>): [name: string, text: string][] {
  const nameless = (value: unknown) => typeof value === 'string' && ID.test(value) && names[value] === undefined;
  return Object.entries(details).filter(([, value]) => value !== null && !nameless(value)).map(([key, value]) => [keyText(key), valueText(key, value, names)]);
}

/** The name of a detail. One without a word stands as it is. */
export const keyText = (key: string): string => (DETAIL_KEYS.has(key) ? a(`keys.${key as DetailKey}`) : key);

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A category that a bureau made goes by its number. */
const OWN_CATEGORY = /^c[0-9a-f]{32}$/;
/** What people wrote, or machines: it is never a word of ours. */
const FREE = new Set(['name', 'request', 'source', 'phone', 'template', 'categories', 'retired']);

/** The value of a detail in words. */
export function valueText(key: string, value: unknown, names: Record<string, string>): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'number') return numberText(key, value);
  if (typeof value === 'string') return FREE.has(key) ? value : (names[value] ?? wordOf(key, value) ?? written(value));
  if (Array.isArray(value)) return value.map((one) => valueText(key, one, names)).join(say('listSeparator'));
  return Object.entries(value).map(([inner, one]) => `${keyText(inner)} ${valueText(inner, one, names)}`).join(' ');
}

function numberText(key: string, value: number): string {
  if (key === 'sync_deadline_minute') return timeOf(value);
  if (key === 'as_weekday') return p(`day.${DAY_NAMES[value - 1] ?? 'mon'}`);
  if (key === 'weekdays') return weekdaysText(DAY_NAMES.filter((_, place) => (value >> place) % 2 === 1));
  return String(value);
}

/** A word of the server's: of the audit log, else of the whole desk. */
function wordOf(key: string, value: string): string | null {
  if (key === 'right') return RIGHTS.has(value) ? shell(`right.${value as Right}`) : value;
  if (key === 'category' && OWN_CATEGORY.test(value)) return a('values.own_category');
  if (VALUE_WORDS.has(value)) return a(`values.${value as ValueWord}`);
  const group = COMMON.find((one) => value in common.zh[one]);
  return group === undefined ? null : say(`${group}.${value}` as Parameters<typeof say>[0]);
}

/** Times and dates as people read them; anything else as it is. */
function written(text: string): string {
  if (isDate(text)) return day(text, lang.value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return `${day(dateOf(text, zone.value), lang.value)} ${clock(text, zone.value, true)}`;
  return /^\d{2}:\d{2}:00$/.test(text) ? text.slice(0, 5) : text;
}

/** The moment at which a local date begins, by the offset of a zone then. RFC 3339 in UTC. */
export function startOf(date: string, zone: string): string {
  const guess = Date.parse(`${date}T00:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(guess);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
  const local = Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`);
  return new Date(guess - (local - guess)).toISOString();
}
