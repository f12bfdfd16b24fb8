/** Hazards, in a school, a station and a bureau. */
import type { DeskArea } from '@/desk/shell/area';
import { icons } from '@/desk/ui/icons';
import { t as rules } from './rules/words';
import { t } from './words';

const page = { path: 'hazards', component: () => import('./Hazards.vue') };
const meta = { title: () => t('title'), right: 'read_evidence' } as const;
const entry = { label: () => t('title'), icon: icons.hazard, right: 'read_evidence', group: 'now' } as const;

export const hazards: DeskArea = {
  top: [{ path: '/hazards/:id/notice', name: 'hazard-notice', component: () => import('./NoticePage.vue'), props: true, meta: { title: () => t('notice') } }],
  school: [{ ...page, name: 'school-hazards', meta }],
  schoolNav: [{ ...entry, route: 'school-hazards' }],
  organization: [
    { ...page, name: 'hazards', meta },
    { path: 'hazard-rules', name: 'hazard-rules', component: () => import('./rules/HazardRules.vue'), meta: { title: () => rules('title'), right: 'manage_rules' } },
  ],
  organizationNav: [
    { ...entry, route: 'hazards' },
    { route: 'hazard-rules', label: () => rules('title'), icon: icons.rules, right: 'manage_rules', group: 'set_up', kinds: ['bureau'] },
  ],
};
