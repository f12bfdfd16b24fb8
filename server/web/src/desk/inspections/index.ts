/** Inspections and their checklists, in a school, a station and a bureau. */
import type { DeskArea } from '@/desk/shell/area';
import { icons } from '@/desk/ui/icons';
import { t } from './words';

const entry = { label: () => t('title'), icon: icons.inspection, right: 'read_coverage', group: 'now' } as const;

export const inspections: DeskArea = {
  school: [{ path: 'inspections', name: 'school-inspections', component: () => import('./Inspections.vue'), meta: { title: () => t('title'), right: 'read_evidence' } }],
  schoolNav: [{ ...entry, right: 'read_evidence', route: 'school-inspections' }],
  organization: [{ path: 'inspections', name: 'inspections', component: () => import('./Schools.vue'), meta: { title: () => t('title'), right: 'read_coverage' } }],
  organizationNav: [{ ...entry, route: 'inspections' }],
};
