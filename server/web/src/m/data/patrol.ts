/** The routes that I walk today, and how far I am; with what this phone has saved and not yet sent. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { LonLat } from '@/shared/map/datum';
import { distance } from '@/shared/map/metres';
import type { Item } from '@/shared/queue/types';
import { roles } from './me';
import { checkpointOf } from './place_now';
import type { EndLetter } from './outbox/letter';
import { learnNow } from './server_now';

export type MyPatrol = components['schemas']['MyPatrolBody'];
export type PatrolPoint = MyPatrol['points'][number];
export type MyRound = MyPatrol['rounds'][number];
export type PointState = MyRound['points'][number]['state'] | 'sent';

const WALK = ['police', 'auxiliary', 'traffic_police'] as const;

/** Whether I am of those who walk rounds. */
export const walks = (): boolean => roles.value.some((role) => WALK.some((one) => one === role));

export async function myPatrols(): Promise<MyPatrol[]> {
  const answer = await ok(api.GET('/api/v1/me/patrols'));
  learnNow(answer.now);
  return answer.items;
}

/** The words that wait on this phone and end a round of a route. */
const endsOf = (patrol: MyPatrol, ends: readonly EndLetter[]) => ends.filter((end) => end.route === patrol.route.id);

/** My round under way; not one that ended by a word that the server does not know yet. */
export function underWay(patrol: MyPatrol, ends: readonly EndLetter[]): MyRound | null {
  const ended = endsOf(patrol, ends).map((end) => end.opened);
  return patrol.rounds.find((round) => typeof round.ended_at !== 'string' && !ended.some((opened) => opened === null || opened === round.opened_at)) ?? null;
}

/** Whether a tap was at a point. A name tells that only where no other point has it: gates of several schools are called alike. */
function isAt(item: Item, point: PatrolPoint, patrol: MyPatrol): boolean {
  const checkpoint = checkpointOf(item);
  if (checkpoint !== null) return checkpoint === point.checkpoint_id;
  return item.post === point.name && patrol.points.filter((one) => one.name === point.name).length === 1;
}

/** How each point stands in my round under way; a pass that is saved on this phone alone is told apart. */
export function standing(patrol: MyPatrol, items: readonly Item[], ends: readonly EndLetter[]): PointState[] {
  const round = underWay(patrol, ends);
  const begins = Math.max(0, ...endsOf(patrol, ends).map((end) => end.said.tapped));
  const waiting = items.filter((item) => item.content.kind === 'pass' && item.state === 'saved' && item.tapped > begins);
  return patrol.points.map((point, place) => {
    const state = round?.points[place]?.state ?? 'missing';
    return state !== 'done' && waiting.some((item) => isAt(item, point, patrol)) ? 'sent' : state;
  });
}

/** Metres from here to a point. */
export const metresTo = (point: PatrolPoint, here: LonLat): number => distance([point.lon, point.lat], here);

/** The point to go to: the first that is left of an ordered route; else the nearest, or the first if nobody knows where I am. */
export function nextPoint(patrol: MyPatrol, states: readonly PointState[], here: LonLat | null): PatrolPoint | null {
  const left = patrol.points.filter((_, place) => states[place] !== 'done' && states[place] !== 'sent');
  if (patrol.route.ordered || here === null) return left[0] ?? null;
  return [...left].sort((a, b) => metresTo(a, here) - metresTo(b, here))[0] ?? null;
}
