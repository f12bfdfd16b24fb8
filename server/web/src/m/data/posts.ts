import { api, ok } from '@/api/client';

/** The names of a school's posts, by id, in the school's order. */
export async function postNames(school: string): Promise<Map<string, string>> {
  const { items } = await ok(api.GET('/api/v1/schools/{id}/checkpoints', { params: { path: { id: school } } }));
  return new Map(items.map((one) => [one.id, one.name]));
}
