/** What an area (board, set-up, bureau …) gives to the desk. */
import type { RouteRecordRaw } from 'vue-router';
import type { components } from '@/api/schema';

export type Right = components['schemas']['Right'];
export type OrganizationKind = components['schemas']['OrganizationKind'];

/** An entry of the navigation. It leads to a named route of the same place. */
export interface NavEntry {
  /** The name of the route, below the school or the organization that is open. */
  route: string;
  /** In the language of the moment. */
  label: () => string;
  /** The path of a 24 × 24 line drawing (`d` of one svg path). */
  icon: string;
  /** Shown to those who have this right over the place. */
  right: Right;
  /** Under which heading. */
  group: 'now' | 'look_back' | 'set_up' | 'oversight';
  /** For the organization at the top alone. */
  top?: true;
  /** For which kinds of organization; schools have their own list. */
  kinds?: OrganizationKind[];
}

/** Routes and navigation of one area. Components are loaded on demand: `component: () => import('./X.vue')`. */
export interface DeskArea {
  /** Below /desk/schools/:school/ . Paths without a leading slash. `meta.title` is a function, `meta.right` guards. */
  school?: RouteRecordRaw[];
  schoolNav?: NavEntry[];
  /** Below /desk/organizations/:org/ . */
  organization?: RouteRecordRaw[];
  organizationNav?: NavEntry[];
  /** Below /desk/ , for whoever is signed in. */
  top?: RouteRecordRaw[];
}

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name, for the title of the window. */
    title?: () => string;
    /** The right over the place that the page needs. */
    right?: Right;
    /** Whether it belongs to the organization at the top alone. */
    top?: true;
    /** Seen without signing in. */
    open?: boolean;
  }
}
