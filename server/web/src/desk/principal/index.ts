/** A school's day as its head sees it: now, and looking back. */
import type { DeskArea } from '@/desk/shell/area';
import { icons } from '@/desk/ui/icons';
import { t } from './words';

export const principal: DeskArea = {
  school: [
    { path: 'board', name: 'board', component: () => import('./board/Board.vue'), meta: { title: () => t('board'), right: 'read_coverage' } },
    { path: 'shifts', name: 'people-today', component: () => import('./people/People.vue'), meta: { title: () => t('people'), right: 'read_members' } },
    { path: 'days', name: 'today', component: () => import('./day/Today.vue'), meta: { title: () => t('day'), right: 'read_coverage' } },
    { path: 'days/:date', name: 'day', component: () => import('./day/Day.vue'), meta: { title: () => t('day'), right: 'read_coverage' } },
    { path: 'month', name: 'month', component: () => import('./month/Month.vue'), meta: { title: () => t('month'), right: 'read_coverage' } },
    { path: 'trends', name: 'trends', component: () => import('./month/Trends.vue'), meta: { title: () => t('trends'), right: 'read_coverage' } },
    { path: 'check-ins', name: 'evidence', component: () => import('./evidence/CheckIns.vue'), meta: { title: () => t('evidence'), right: 'read_evidence' } },
    { path: 'review', name: 'review', component: () => import('./review/Flags.vue'), meta: { title: () => t('review'), right: 'read_evidence' } },
    { path: 'corrections', name: 'corrections', component: () => import('./review/Corrections.vue'), meta: { title: () => t('corrections'), right: 'read_coverage' } },
  ],
  schoolNav: [
    { route: 'board', label: () => t('board'), icon: icons.board, right: 'read_coverage', group: 'now' },
    { route: 'people-today', label: () => t('people'), icon: icons.people, right: 'read_members', group: 'now' },
    { route: 'review', label: () => t('review'), icon: icons.review, right: 'read_evidence', group: 'now' },
    { route: 'corrections', label: () => t('corrections'), icon: icons.correct, right: 'read_coverage', group: 'now' },
    { route: 'today', label: () => t('day'), icon: icons.day, right: 'read_coverage', group: 'look_back' },
    { route: 'month', label: () => t('month'), icon: icons.month, right: 'read_coverage', group: 'look_back' },
    { route: 'trends', label: () => t('trends'), icon: icons.trend, right: 'read_coverage', group: 'look_back' },
    { route: 'evidence', label: () => t('evidence'), icon: icons.evidence, right: 'read_evidence', group: 'look_back' },
  ],
  top: [
    { path: '/set-up', name: 'set-up', component: () => import('../first/SetUp.vue'), meta: { open: true, title: () => t('setUp') } },
  ],
};
