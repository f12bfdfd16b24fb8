/** What I was told, and the alerts that it is about. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';

export type Inbox = components['schemas']['InboxBody'];
export type Notice = Inbox['items'][number];
export type Alert = Notice['alerts'][number];

export const readInbox = (): Promise<Inbox> => ok(api.GET('/api/v1/me/alerts', { params: { query: { limit: 50 } } }));

/** What was shown is read. */
export async function markRead(inbox: Inbox): Promise<void> {
  const latest = inbox.items[0]?.at;
  if (latest !== undefined && inbox.unread > 0) await ok(api.POST('/api/v1/me/alerts/read', { body: { until: latest } }));
}

export const isOpen = (alert: Alert): boolean => typeof alert.closed_at !== 'string';

/** The alerts of a message that wait for somebody to see to them. */
export const waiting = (notice: Notice): Alert[] => notice.alerts.filter((alert) => isOpen(alert) && typeof alert.acknowledged_at !== 'string');

export const acknowledge = (alerts: readonly Alert[]): Promise<unknown> =>
  Promise.all(alerts.map((alert) => ok(api.POST('/api/v1/alerts/{id}/acknowledge', { params: { path: { id: alert.id } } }))));
