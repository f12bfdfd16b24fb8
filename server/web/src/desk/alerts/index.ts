/** Alerts, in a school, a station and a bureau. */
import type { DeskArea } from '@/desk/shell/area';
import { icons } from '@/desk/ui/icons';
import { t } from './words';

const page = { path: 'alerts', component: () => import('./Alerts.vue') };
const meta = { title: () => t('title'), right: 'read_evidence' } as const;
const entry = { label: () => t('title'), icon: icons.alert, right: 'read_evidence', group: 'now' } as const;

export const alerts: DeskArea = {
  top: [{ path: '/inbox', name: 'inbox', component: () => import('./Inbox.vue'), meta: { title: () => t('inbox') } }],
  school: [{ ...page, name: 'school-alerts', meta }],
  schoolNav: [{ ...entry, route: 'school-alerts' }],
  organization: [{ ...page, name: 'alerts', meta }],
  organizationNav: [{ ...entry, route: 'alerts' }],
};
