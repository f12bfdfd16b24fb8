/** A school's day as its head sees it: now, and looking back. */
import type { DeskArea } from '@/desk/shell/area';
import { icons } from '@/desk/ui/icons';
import { t } from './words';

export const principal: DeskArea = {
  school: [
    { path: 'board', name: 'board', component: () => import('./board/Board.vue'), meta: { title: () => t('board'), right: 'read_coverage' } },
    { path: 'days', name: 'today', component: () => import('./day/Today.vue'), meta: { title: () => t('day'), right: 'read_coverage' } },
    { path: 'days/:date', name: 'day', component: () => import('./day/Day.vue'), meta: { title: () => t('day'), right: 'read_coverage' } },
  ],
  schoolNav: [
    { route: 'board', label: () => t('board'), icon: icons.board, right: 'read_coverage', group: 'now' },
    { route: 'today', label: () => t('day'), icon: icons.day, right: 'read_coverage', group: 'look_back' },
  ],
};
