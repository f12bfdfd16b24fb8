/** Checkpoints of a school with their areas read. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { corners, type Area } from '@/shared/map/area';
import { fromGeoJson } from '@/shared/map/geojson';
import { distance } from '@/shared/map/metres';
import { t } from './words';

export type CheckpointBody = components['schemas']['CheckpointBody'];
export type Officer = components['schemas']['OfficerBody'];

/** A checkpoint with its fence in WGS-84. */
export interface Post extends Omit<CheckpointBody, 'area'> {
  area: Area;
}

/** A checkpoint as the pages use it. */
export function postOf(body: CheckpointBody): Post {
  return { ...body, area: fromGeoJson(body.area, body.datum) };
}

/** The checkpoints of a school in its order. */
export async function readPosts(school: string): Promise<Post[]> {
  const page = await ok(api.GET('/api/v1/schools/{id}/checkpoints', { params: { path: { id: school } } }));
  return page.items.map(postOf);
}

/** One checkpoint. */
export async function readPost(id: string): Promise<Post> {
  return postOf(await ok(api.GET('/api/v1/checkpoints/{id}', { params: { path: { id } } })));
}

/** An area in words: its shape and its size. */
export function areaText(area: Area): string {
  const shape = t(area.kind);
  switch (area.kind) {
    case 'circle':
      return `${shape} · ${t('radius', { m: area.radius })}`;
    case 'polygon':
      return `${shape} · ${t('corners', { n: corners(area).length })}`;
    case 'corridor': {
      const length = area.line.reduce((sum, at, index) => sum + distance(area.line[index - 1] ?? at, at), 0);
      return `${shape} · ${t('length', { m: Math.round(length) })} · ${t('halfWidth', { m: area.halfWidth })}`;
    }
  }
}
