/** Lines of the audit log in words. */
import { AUDIT_GROUPS, AUDIT_VERBS, t } from '../words';

/** The actions that the log is filtered by, as the server names them. */
export const ACTIONS = [
  'session.open', 'session.end', 'session.refresh', 'password.change', 'password.reset', 'phone.view', 'person.rename', 'account.export', 'account.delete', 'consent.answer', 'membership.join', 'membership.approve', 'membership.decline', 'membership.edit', 'membership.end', 'membership.leave',
  'membership.give_office', 'invite.create', 'invite.revoke', 'organization.create', 'organization.edit', 'organization.place', 'organization.move', 'organization.archive', 'station.assign_school', 'station.unassign_school',
  'school.import', 'school.template', 'school_rules.set', 'checkpoint.create', 'checkpoint.edit', 'checkpoint.archive', 'sign.print', 'sign.reissue', 'screen.create', 'screen.revoke', 'window.add', 'window.edit', 'window.end', 'window.order_duties',
  'duty.add', 'duty.edit', 'duty.end', 'patrol_route.add', 'patrol_route.edit', 'patrol_route.end', 'patrol.end', 'patrol.export', 'alert.acknowledge', 'alert_rule.set', 'alarm.raise', 'alarm.step', 'hazard.report', 'hazard.step', 'hazard.photo', 'hazard_rules.set', 'inspection.add', 'checklist.add', 'checklist.retire', 'channel.add', 'channel.edit', 'channel.end', 'channel.test', 'message.again', 'shift.plan', 'shift.accept', 'shift.decline', 'shift.cancel', 'shift.stand_in', 'check_in.co_sign', 'check_in.review', 'check_in.void', 'correction.ask', 'correction.decide', 'calendar.import', 'calendar_day.put',
  'calendar_day.delete', 'day_change.record', 'day_change.withdraw', 'term.add', 'term.edit', 'term.delete', 'day.export', 'coverage.export', 'audit.export', 'audit.prune', 'admin.create', 'set_up.finish', 'key.rotate', 'key.retire',
] as const;

/** An action in words: what it is about, and what was done. One without words stands as it is. */
export function actionText(action: string): string {
  const [subject, verb] = action.split('.');
  const group = AUDIT_GROUPS.find((one) => one === subject);
  const done = AUDIT_VERBS.find((one) => one === verb);
  return group === undefined || done === undefined ? action : `${t(`audited.groups.${group}`)} · ${t(`audited.verbs.${done}`)}`;
}

/** The details of a line as name and text, one level deep; deeper things as JSON. */
export function detailsOf(details: unknown): [name: string, text: string][] {
  if (typeof details !== 'object' || details === null) return [];
  return Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
}

/** The moment at which a local date begins, by the offset of a zone then. RFC 3339 in UTC. */
export function startOf(date: string, zone: string): string {
  const guess = Date.parse(`${date}T00:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(guess);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
  const local = Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`);
  return new Date(guess - (local - guess)).toISOString();
}
