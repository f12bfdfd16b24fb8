import type { DeskArea } from '@/desk/shell/area';
import { calendarEntry, peopleEntry } from '@/desk/setup';
import { icons } from '@/desk/ui/icons';
import { t as jobs } from './jobs/words';
import { t as patrol } from './patrols/words';
import { t } from './words';

const auditPage = { path: 'audit', component: () => import('./audit/Audit.vue') };

/** A bureau's and a station's view over their schools. */
export const bureau: DeskArea = {
  school: [{ ...auditPage, name: 'school-audit', meta: { title: () => t('audit'), right: 'read_audit' } }],
  schoolNav: [{ route: 'school-audit', label: () => t('audit'), icon: icons.log, right: 'read_audit', group: 'oversight' }],
  organization: [
    { path: 'schools', name: 'schools', component: () => import('./schools/Schools.vue'), meta: { title: () => t('schools'), right: 'read_coverage' } },
    { path: 'compare', name: 'compare', component: () => import('./compare/Compare.vue'), meta: { title: () => t('compare'), right: 'read_coverage' } },
    { path: 'report', name: 'report', component: () => import('./report/Report.vue'), meta: { title: () => t('report'), right: 'read_coverage' } },
    { path: 'stations', name: 'stations', component: () => import('./stations/Stations.vue'), meta: { title: () => t('stations'), right: 'read_set_up' } },
    { path: 'patrols', name: 'patrols', component: () => import('./patrols/Patrols.vue'), meta: { title: () => patrol('title'), right: 'read_coverage' } },
    { path: 'patrols/:route/days/:date', name: 'patrol-day', component: () => import('./patrols/RouteDay.vue'), meta: { title: () => patrol('day.title'), right: 'read_evidence' } },
    { path: 'patrol-routes/new', name: 'patrol-route-new', component: () => import('./patrols/RouteForm.vue'), meta: { title: () => patrol('form.new'), right: 'manage_patrols' } },
    { path: 'patrol-routes/:route', name: 'patrol-route', component: () => import('./patrols/RouteForm.vue'), meta: { title: () => patrol('form.edit'), right: 'manage_patrols' } },
    { path: 'imports', name: 'imports', component: () => import('./imports/Import.vue'), meta: { title: () => t('imports'), right: 'manage_organizations' } },
    { path: 'tree', name: 'tree', component: () => import('./tree/Tree.vue'), meta: { title: () => t('tree'), right: 'manage_organizations' } },
    { path: 'jobs', name: 'jobs', component: () => import('./jobs/Jobs.vue'), meta: { title: () => jobs('title'), right: 'manage_keys', top: true } },
    { ...auditPage, name: 'audit', meta: { title: () => t('audit'), right: 'read_audit' } },
  ],
  organizationNav: [
    { route: 'schools', label: () => t('schools'), icon: icons.school, right: 'read_coverage', group: 'now' },
    { route: 'compare', label: () => t('compare'), icon: icons.trend, right: 'read_coverage', group: 'look_back' },
    { route: 'patrols', label: () => patrol('title'), icon: icons.patrol, right: 'read_coverage', group: 'look_back' },
    { route: 'report', label: () => t('report'), icon: icons.evidence, right: 'read_coverage', group: 'look_back' },
    { route: 'stations', label: () => t('stations'), icon: icons.map, right: 'read_set_up', group: 'oversight', kinds: ['bureau'] },
    { route: 'tree', label: () => t('tree'), icon: icons.list, right: 'manage_organizations', group: 'oversight', kinds: ['bureau'] },
    { route: 'imports', label: () => t('imports'), icon: icons.import, right: 'manage_organizations', group: 'oversight', kinds: ['bureau'] },
    { route: 'audit', label: () => t('audit'), icon: icons.log, right: 'read_audit', group: 'oversight' },
    { route: 'jobs', label: () => jobs('title'), icon: icons.clock, right: 'manage_keys', group: 'oversight', top: true },
    { ...calendarEntry, route: 'district-calendar', kinds: ['bureau'] },
    { ...peopleEntry, route: 'organization-people' },
  ],
};
