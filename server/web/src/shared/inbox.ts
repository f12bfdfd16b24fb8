/** What I was told, and the alerts that it is about: the desk and the phone app read it and count it as read alike. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';

export type Inbox = components['schemas']['InboxBody'];
export type Notice = Inbox['items'][number];
export type Alert = Notice['alerts'][number];

export const readInbox = (after?: string): Promise<Inbox> => ok(api.GET('/api/v1/me/alerts', { params: { query: { limit: 50, ...(after === undefined ? {} : { after }) } } }));

/** What was shown is read. */
export async function markRead(inbox: Inbox): Promise<void> {
  const latest = inbox.items[0]?.at;
  if (latest !== undefined && inbox.unread > 0) await ok(api.POST('/api/v1/me/alerts/read', { body: { until: latest } }));
}

/** Whether it still holds. */
export const isOpen = (alert: Alert): boolean => typeof alert.closed_at !== 'string';

/** Whether it waits for somebody to see to it. */
export const isWaiting = (alert: Alert): boolean => isOpen(alert) && typeof alert.acknowledged_at !== 'string';

/** Whoever had not checked out said themselves that they are all right. */
export const saidFine = (alert: Alert): boolean => alert.kind === 'no_check_out' && typeof alert.acknowledged_at === 'string' && alert.acknowledged_by === alert.person_name;

/** The alerts of a message that wait for somebody to see to them. */
export const waiting = (notice: Notice): Alert[] => notice.alerts.filter(isWaiting);
