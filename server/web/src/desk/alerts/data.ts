/** Alerts, what was sent about them, and where they go. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { isOpen, saidFine, type Alert } from '@/shared/inbox';
import type { State } from '@/shared/marks';

export type Detail = components['schemas']['AlertDetailBody'];
export type Message = components['schemas']['MessageBody'];
export type Channel = components['schemas']['ChannelBody'];
export type ChannelKind = Channel['kind'];
export type Rule = components['schemas']['AlertRuleBody'];
export type Step = Rule['steps'][number];

const at = (id: string) => ({ path: { id } });

export const readAlerts = (id: string, open: boolean, after?: string) =>
  ok(api.GET('/api/v1/organizations/{id}/alerts', { params: { ...at(id), query: { open, limit: 100, ...(after === undefined ? {} : { after }) } } }));

export const readAlert = (id: string): Promise<Detail> => ok(api.GET('/api/v1/alerts/{id}', { params: at(id) }));

export const acknowledge = (id: string): Promise<Alert> => ok(api.POST('/api/v1/alerts/{id}/acknowledge', { params: at(id) }));

export const readMessages = (id: string, dead: boolean, after?: string) =>
  ok(api.GET('/api/v1/organizations/{id}/messages', { params: { ...at(id), query: { limit: 100, ...(dead ? { state: 'dead' as const } : {}), ...(after === undefined ? {} : { after }) } } }));

export const readChannels = async (id: string): Promise<Channel[]> =>
  (await ok(api.GET('/api/v1/organizations/{id}/channels', { params: at(id) }))).items;

export const readRules = async (id: string): Promise<Rule[]> =>
  (await ok(api.GET('/api/v1/organizations/{id}/alert-rules', { params: at(id) }))).items;

/** Red while a post has a gap or somebody asks for help; before the window nobody is missing yet. Else the shape of what came of it. */
export function markOf(alert: Alert): State {
  if (saidFine(alert)) return 'confirmed';
  if (alert.kind === 'nobody_on_time' && isOpen(alert)) return 'planned';
  if (isOpen(alert)) return typeof alert.duty_id === 'string' || typeof alert.alarm_id === 'string' ? 'gap' : 'planned';
  return alert.resolved ? 'confirmed' : 'not_required';
}

export type Alarm = components['schemas']['AlarmBody'];
export type AlarmStep = Alarm['steps'][number]['step'];

export const alarmMark: Record<Alarm['state'], State> = { raised: 'gap', acknowledged: 'likely', handled: 'confirmed', closed: 'confirmed', withdrawn: 'not_required' };

export const sentMark: Record<Message['state'], State> = { pending: 'planned', sent: 'confirmed', dead: 'rejected' };

/** Whether the minutes of steps rise and stay within a day. */
export function inOrder(steps: readonly Step[]): boolean {
  return steps.every((step, place) => Number.isInteger(step.after_minutes) && step.after_minutes >= 0 && step.after_minutes <= 1440 && step.after_minutes >= (steps[place - 1]?.after_minutes ?? 0));
}
