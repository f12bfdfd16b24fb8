/** What the phone app does with alerts beyond the inbox that it shares with the desk. */
import { api, ok } from '@/api/client';
import type { Alert } from '@/shared/inbox';

export const acknowledge = (alerts: readonly Alert[]): Promise<unknown> =>
  Promise.all(alerts.map((alert) => ok(api.POST('/api/v1/alerts/{id}/acknowledge', { params: { path: { id: alert.id } } }))));
