/** The schools of an organization with their figures of a range. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { LonLat } from '@/shared/map/datum';
import { loadOrganizations } from '@/desk/shell/organizations';
import { places } from '@/desk/setup/parts/needs';
import { rollUp, worse, type RollUp, type Sums } from '../figures';
import type { Span } from '../ranges';
import { readNow, type SchoolNow } from './now';

export type Organization = components['schemas']['OrganizationBody'];

export interface SchoolRow {
  id: string;
  name: string;
  type: string | null;
  stations: string[];
  at: LonLat | null;
  sums: Sums;
  /** How it stands now, where the range is today. */
  now: SchoolNow | null;
}

/** The stations' names by school: by the places where the server tells, else station by station. */
export async function stationsBySchool(organization: string): Promise<Map<string, string[]>> {
  const all = await loadOrganizations();
  const stations = all.filter((one) => one.kind === 'station');
  const found = new Map<string, string[]>();
  if (stations.length === 0) return found;
  const known = await places(organization).catch(() => []);
  const names = new Map(stations.map((one) => [one.id, one.name]));
  if (known.length > 0) {
    for (const one of known) found.set(one.organization_id, one.station_ids.flatMap((id) => names.get(id) ?? []));
    return found;
  }
  for (const station of stations) {
    const answer = await ok(api.GET('/api/v1/stations/{id}/schools', { params: { path: { id: station.id } } })).catch(() => ({ items: [] as Organization[] }));
    for (const school of answer.items) found.set(school.id, [...(found.get(school.id) ?? []), station.name]);
  }
  return found;
}

/** Every school, worst gaps first: those of this moment, then those of the range. */
export async function readSchools(organization: string, span: Span, today: boolean): Promise<{ whole: RollUp; rows: SchoolRow[] }> {
  const [whole, known, stations, all, now] = await Promise.all([rollUp(organization, span, 'school'), places(organization), stationsBySchool(organization), loadOrganizations(), today ? readNow(organization) : []]);
  const stands = new Map(now.map((one) => [one.school.id, one]));
  const byId = new Map(known.map((one) => [one.organization_id, one]));
  const types = new Map(all.map((one) => [one.id, one.school_type ?? null]));
  const rows = [...whole.rows].sort((a, b) => worse(a.sums, b.sums)).flatMap((row): SchoolRow[] => {
    if (!row.organization_id) return [];
    const place = byId.get(row.organization_id)?.place ?? null;
    return [{
      id: row.organization_id, name: row.name ?? '–', type: types.get(row.organization_id) ?? null, stations: stations.get(row.organization_id) ?? [],
      at: place === null ? null : [place.lon, place.lat], sums: row.sums, now: stands.get(row.organization_id) ?? null,
    }];
  });
  const short = (row: SchoolRow) => row.now?.short ?? 0;
  // Stable: within the same number the range decides.
  return { whole, rows: rows.sort((a, b) => short(b) - short(a)) };
}
