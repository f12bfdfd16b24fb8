/** The addresses of the desk. */
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router';
import { ref } from 'vue';
import { session } from '@/shared/session';
import { ApiError } from '@/api/client';
import { say } from '@/desk/i18n/common';
import { areas } from './areas';
import { loadMe } from './me';
import { can, isTop, leavePlace, openPlace, place } from './place';
import { t } from './words';

const NoPage = () => import('./NoPage.vue');

const below = (part: 'school' | 'organization'): RouteRecordRaw[] => areas.flatMap((area) => area[part] ?? []);

const routes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./SignIn.vue'), meta: { open: true, title: () => t('signIn.title') } },
  { path: '/', name: 'home', component: () => import('./Home.vue'), meta: { title: () => t('place.choose') } },
  {
    path: '/schools/:school',
    component: () => import('./PlaceFrame.vue'),
    children: [{ path: '', name: 'school', component: () => import('./Start.vue') }, ...below('school')],
  },
  {
    path: '/organizations/:org',
    component: () => import('./PlaceFrame.vue'),
    children: [{ path: '', name: 'organization', component: () => import('./Start.vue') }, ...below('organization')],
  },
  ...areas.flatMap((area) => area.top ?? []),
  { path: '/:rest(.*)*', name: 'no-page', component: NoPage, props: { why: 'notFound' }, meta: { open: true, title: () => t('error.notFound') } },
];

export const router = createRouter({
  history: createWebHistory('/desk/'),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

/** The place that an address names. */
export function placeOf(to: RouteLocationNormalized): string | null {
  const id = to.params['school'] ?? to.params['org'];
  return typeof id === 'string' && id !== '' ? id : null;
}

/** Whether a page is on its way, for the line at the top. */
export const pending = ref(false);

router.beforeEach(async (to, from) => {
  pending.value = to.path !== from.path;
  if (to.meta.open === true) return true;
  if (session() === null) return { name: 'sign-in', query: { to: to.fullPath } };
  try {
    await loadMe();
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return { name: 'sign-in', query: { to: to.fullPath, ended: '1' } };
    throw error;
  }
  const id = placeOf(to);
  if (id === null) leavePlace();
  else await openPlace(id).catch(leavePlaceUnless404);
  return true;
});

/** A place that one may not see gets its own page; a failing network is the error page's. */
function leavePlaceUnless404(error: unknown): void {
  leavePlace();
  if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) throw error;
}

router.afterEach((to) => {
  pending.value = false;
  retitle(to);
});

/** Names the window: the page, the place, the product. */
export function retitle(to: RouteLocationNormalized): void {
  const parts = [to.meta.title?.(), place.value?.organization.name, say('product')];
  document.title = parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** Whether the page may be seen at the place that is open. */
export function allowed(to: RouteLocationNormalized): boolean {
  if (to.meta.top === true && (place.value === null || !isTop(place.value))) return false;
  return to.meta.right === undefined || can(to.meta.right);
}

/** Where a place of this kind is opened. */
export function routeOf(organization: { id: string; kind: string }): { name: string; params: Record<string, string> } {
  return organization.kind === 'school'
    ? { name: 'school', params: { school: organization.id } }
    : { name: 'organization', params: { org: organization.id } };
}
