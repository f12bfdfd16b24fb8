import type { DeskArea, NavEntry } from '@/desk/shell/area';
import { icons } from '@/desk/ui/icons';
import './parts/form.css';
import { t } from './words';

const calendarPage = { path: 'calendar', component: () => import('./calendar/Calendar.vue') };
const peoplePage = { path: 'people', component: () => import('./people/People.vue') };
/** For the bureau's navigation too, which has its own order. */
export const calendarEntry = { label: () => t('calendar'), icon: icons.day, right: 'read_set_up', group: 'set_up' } as const satisfies Omit<NavEntry, 'route'>;
export const peopleEntry = { label: () => t('people'), icon: icons.people, right: 'read_members', group: 'set_up' } as const satisfies Omit<NavEntry, 'route'>;

/** Setting a school up: posts, windows, duties, calendar, people, signs. */
export const setup: DeskArea = {
  school: [
    { path: 'overview', name: 'overview', component: () => import('./checklist/Overview.vue'), meta: { title: () => t('overview'), right: 'manage_places' } },
    { path: 'assistant', name: 'assistant', component: () => import('./assistant/Assistant.vue'), meta: { title: () => t('assistant'), right: 'manage_places' } },
    { path: 'checkpoints', name: 'checkpoints', component: () => import('./places/Places.vue'), meta: { title: () => t('checkpoints'), right: 'read_set_up' } },
    { path: 'checkpoints/new', name: 'checkpoint-new', component: () => import('./places/PlacePage.vue'), meta: { title: () => t('checkpoints'), right: 'manage_places' } },
    { path: 'checkpoints/:checkpoint', name: 'checkpoint', component: () => import('./places/PlacePage.vue'), meta: { title: () => t('checkpoints'), right: 'read_set_up' } },
    { path: 'rules', name: 'rules', component: () => import('./rules/Rules.vue'), meta: { title: () => t('rules'), right: 'read_set_up' } },
    { path: 'signs', name: 'signs', component: () => import('./signs/Signs.vue'), meta: { title: () => t('signs'), right: 'manage_places' } },
    { ...calendarPage, name: 'calendar', meta: { title: () => t('calendar'), right: 'read_set_up' } },
    { ...peoplePage, name: 'people', meta: { title: () => t('people'), right: 'read_members' } },
  ],
  schoolNav: [
    { route: 'overview', label: () => t('overview'), icon: icons.check, right: 'manage_places', group: 'set_up' },
    { route: 'checkpoints', label: () => t('checkpoints'), icon: icons.place, right: 'read_set_up', group: 'set_up' },
    { route: 'rules', label: () => t('rules'), icon: icons.clock, right: 'read_set_up', group: 'set_up' },
    { ...calendarEntry, route: 'calendar' },
    { ...peopleEntry, route: 'people' },
    { route: 'signs', label: () => t('signs'), icon: icons.sign, right: 'manage_places', group: 'set_up' },
  ],
  organization: [
    { path: 'new-school', name: 'new-school', component: () => import('./assistant/Assistant.vue'), meta: { title: () => t('assistant'), right: 'manage_organizations' } },
    { ...calendarPage, name: 'district-calendar', meta: { title: () => t('calendar'), right: 'read_set_up' } },
    { ...peoplePage, name: 'organization-people', meta: { title: () => t('people'), right: 'read_members' } },
  ],
};
