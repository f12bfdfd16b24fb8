/** The server's day: figures and rules begin by its clock, not by this device's. */
import { api, ok } from '@/api/client';
import { dateOf } from '@/shared/format';
import { loadOrganizations } from '@/desk/shell/organizations';
import { place, zone } from '@/desk/shell/place';

let ahead: Promise<number> | null = null;

/** Milliseconds by which the server's clock is ahead of this device's. */
async function measured(): Promise<number> {
  // Any school's board tells the moment, though it is more than is asked for.
  const here = place.value?.organization;
  const school = here?.kind === 'school' ? here : (await loadOrganizations()).find((one) => one.kind === 'school');
  if (school === undefined) return 0;
  const board = await ok(api.GET('/api/v1/schools/{id}/board', { params: { path: { id: school.id } } }));
  return Date.parse(board.now) - Date.now();
}

/** The server's present, milliseconds. */
export async function serverNow(): Promise<number> {
  ahead ??= measured().catch(() => {
    ahead = null;
    return 0;
  });
  return Date.now() + (await ahead);
}

/** Today in the zone of the place that is open, YYYY-MM-DD. */
export async function today(): Promise<string> {
  return dateOf(await serverNow(), zone.value);
}
