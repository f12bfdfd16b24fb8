/** A checkpoint while it is edited: what the form holds and what the API takes. */
import type { components } from '@/api/schema';
import type { Area } from '@/shared/map/area';
import { problemOf, type AreaProblem } from '@/shared/map/check';
import { toGeoJson } from '@/shared/map/geojson';
import type { CheckpointKind } from '../parts/words';
import type { Officer, Post } from './data';

type NewCheckpoint = components['schemas']['NewCheckpointBody'];

export interface Draft {
  name: string;
  kind: CheckpointKind;
  fenceOnly: boolean;
  withOfficer: boolean;
  officer: Officer;
  area: Area | null;
}

/** What stands in the form beside the map. */
export type DraftForm = Omit<Draft, 'area'>;

export type DraftProblem = AreaProblem | 'no_area' | 'name' | 'officer';

/** What the form shows for a checkpoint, or for a new one. */
export function draftOf(post: Post | null): Draft {
  return {
    name: post?.name ?? '',
    kind: post?.kind ?? 'gate',
    fenceOnly: post?.fence_only ?? false,
    withOfficer: (post?.officer ?? null) !== null,
    officer: { name: '', post: '', phone: '', duties: '', ...post?.officer },
    area: post?.area ?? null,
  };
}

/** What keeps a draft from being saved, the first thing. */
export function draftProblem(draft: Draft): DraftProblem | null {
  if (draft.name.trim() === '') return 'name';
  if (draft.area === null) return 'no_area';
  const { name, post, phone } = draft.officer;
  if (draft.withOfficer && [name, post, phone].some((text) => text.trim() === '')) return 'officer';
  return problemOf(draft.area);
}

/** The body for the API. Areas go out in WGS-84, in which they are kept. */
export function bodyOf(draft: Draft): NewCheckpoint {
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    fence_only: draft.fenceOnly,
    officer: draft.withOfficer ? draft.officer : null,
    area: draft.area === null ? {} : (toGeoJson(draft.area, 'wgs84') as unknown as NewCheckpoint['area']),
    datum: 'wgs84',
  };
}

/** Whether anything differs. */
export function differs(a: Draft, b: Draft): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
