/** Patrol routes, and what was walked of them. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { State } from '@/shared/marks';
import type { Span } from '../ranges';

export type Route = components['schemas']['PatrolRouteBody'];
export type Summary = components['schemas']['PatrolSummaryBody'];
export type RouteSums = Summary['routes'][number];
export type SchoolSums = Summary['schools'][number];
export type SchoolDay = SchoolSums['days'][number] & { key: string; name: string };
export type Sum = RouteSums['sum'];
export type Day = components['schemas']['PatrolDayBody'];
export type Round = Day['rounds'][number];
export type Walked = Round['points'][number];
export type Point = Day['points'][number];

/** A point that was picked for a route. `dwell` and `tolerance` in minutes. */
export interface Picked { id: string; name: string; school: string; notBefore: string; dwell: number; tolerance: number }

export const readSummary = (id: string, span: Span): Promise<Summary> =>
  ok(api.GET('/api/v1/organizations/{id}/patrols', { params: { path: { id }, query: span } }));

export const readRoutes = async (id: string): Promise<Route[]> =>
  (await ok(api.GET('/api/v1/organizations/{id}/patrol-routes', { params: { path: { id } } }))).items;

export const readDay = (id: string, date: string): Promise<Day> =>
  ok(api.GET('/api/v1/patrol-routes/{id}/days/{date}', { params: { path: { id, date } } }));

/** Complete rounds, those that ended after their window too. */
export const walked = (sum: Sum): number => sum.done + sum.late;

/** All sums as one. */
export function total(sums: readonly Sum[]): Sum {
  const none: Sum = { planned: 0, done: 0, late: 0, overlapping: 0, outside: 0, partial: 0, open: 0, missed: 0 };
  return sums.reduce((all, one) => {
    for (const key of Object.keys(all) as (keyof Sum)[]) all[key] += one[key];
    return all;
  }, none);
}

/** The day of a route to look at first: the last one with something missed or not walked to its end, else the last. */
export function dayToOpen(route: RouteSums): string | null {
  const odd = route.days.filter((day) => day.sum.missed > 0 || day.sum.partial > 0).at(-1);
  return (odd ?? route.days.at(-1))?.date ?? null;
}

/** How well a point is proven: by its best pass. Null without any. */
export function gradeOf(point: Walked, round: Round): Round['scans'][number]['grade'] | null {
  const grades = round.scans.filter((scan) => scan.checkpoint_id === point.checkpoint_id).map((scan) => scan.grade);
  return (['confirmed', 'likely', 'claimed'] as const).find((grade) => grades.includes(grade)) ?? grades.at(-1) ?? null;
}

/** The shape of a point: by its grade where it is proven, else what keeps it from that. */
export function markOf(point: Walked, round: Round): State {
  const grade = gradeOf(point, round);
  if (point.state === 'done') return grade === 'confirmed' || grade === 'likely' ? grade : 'claimed';
  if (point.state === 'missing') return round.ended_at === null ? 'planned' : 'gap';
  return 'contradicted';
}

export const doneOf = (round: Round): number => round.points.filter((point) => point.state === 'done').length;
