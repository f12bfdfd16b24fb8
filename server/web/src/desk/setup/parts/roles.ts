import type { components } from '@/api/schema';

export type Role = components['schemas']['Role'];
export type Office = components['schemas']['Office'];

/** The roles in the order in which they are offered (DESIGN section 1). */
export const ROLES: readonly Role[] = ['police', 'auxiliary', 'traffic_police', 'guard', 'school_leader', 'teacher', 'parent', 'volunteer', 'grid_worker'];
/** The offices that each kind of organization has. */
export const OFFICES: Record<components['schemas']['OrganizationKind'], readonly Office[]> = {
  school: ['principal', 'safety_officer', 'admin'],
  station: ['station_chief', 'admin'],
  bureau: ['bureau_officer', 'admin'],
};
