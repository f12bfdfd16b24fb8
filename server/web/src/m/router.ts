/** The pages. Each comes with its own code when it is first opened, the first ones apart. */
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { session } from '@/shared/session';
import Today from './pages/Today.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** May be seen without a session. */
    open?: boolean;
    /** Stands beside others in the bar below. */
    tab?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', component: Today, meta: { tab: true } },
  { path: '/sign-in', component: () => import('./pages/SignIn.vue'), meta: { open: true } },
  { path: '/schools', component: () => import('./pages/Schools.vue') },
  { path: '/scan', component: () => import('./pages/Scan.vue'), meta: { tab: true } },
  { path: '/here', component: () => import('./pages/CheckIn.vue') },
  { path: '/check-in/:code', component: () => import('./pages/CheckIn.vue'), props: true },
  { path: '/history', component: () => import('./pages/History.vue'), meta: { tab: true } },
  { path: '/history/:id', component: () => import('./pages/Evidence.vue'), props: true },
  { path: '/waiting', component: () => import('./pages/Waiting.vue') },
  { path: '/corrections', component: () => import('./pages/Corrections.vue') },
  { path: '/corrections/new', component: () => import('./pages/AskCorrection.vue') },
  { path: '/co-sign', component: () => import('./pages/CoSign.vue') },
  { path: '/alerts', component: () => import('./pages/Alerts.vue') },
  // From the page of a sign its address comes along.
  { path: '/alarm/:from(.*)*', component: () => import('./pages/Alarm.vue') },
  { path: '/alarms/:id', component: () => import('./pages/AlarmSeen.vue'), props: true },
  { path: '/hazards', component: () => import('./pages/Hazards.vue') },
  { path: '/hazards/new', component: () => import('./pages/HazardNew.vue') },
  { path: '/hazards/:id', component: () => import('./pages/HazardSeen.vue'), props: true },
  { path: '/inspections', component: () => import('./pages/Inspections.vue') },
  { path: '/inspections/:id', component: () => import('./pages/Inspect.vue'), props: true },
  { path: '/patrols', component: () => import('./pages/Patrols.vue') },
  { path: '/patrols/:id', component: () => import('./pages/Patrol.vue'), props: true },
  { path: '/shifts/:id/stand-in', component: () => import('./pages/StandIn.vue'), props: true },
  { path: '/me', component: () => import('./pages/Me.vue'), meta: { tab: true } },
  { path: '/me/name', component: () => import('./pages/Name.vue') },
  { path: '/me/password', component: () => import('./pages/Password.vue') },
  { path: '/me/consents', component: () => import('./pages/Consents.vue') },
  { path: '/me/sessions', component: () => import('./pages/Sessions.vue') },
  { path: '/me/data', component: () => import('./pages/MyData.vue') },
  { path: '/:rest(.*)*', component: () => import('./pages/NotFound.vue'), meta: { open: true } },
];

export const router = createRouter({
  history: createWebHistory('/m/'),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach((to) => {
  if (to.meta.open === true || session() !== null) return true;
  return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
});
