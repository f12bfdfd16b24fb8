/** What several set-up and bureau pages read: the server's configuration, places of schools, days of a calendar. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { LonLat } from '@/shared/map/datum';

type Schemas = components['schemas'];

/** What the server tells every client about itself. */
export type ClientConfig = Schemas['ClientConfigBody'];

/** Where a school is. */
export type SchoolPlace = Schemas['SchoolPlaceBody'];

/** A day of an organization's calendar, with what it said itself where that is known. */
export type OwnDay = Schemas['OrganizationDayBody'];

let config: Promise<ClientConfig> | null = null;

/** The server's configuration for clients, read once. */
export function clientConfig(): Promise<ClientConfig> {
  config ??= ok(api.GET('/api/v1/client-config')).catch((error: unknown) => {
    config = null;
    throw error;
  });
  return config;
}

/** Where the schools of an organization are; a school's own place if asked for a school. */
export async function places(id: string): Promise<SchoolPlace[]> {
  return (await ok(api.GET('/api/v1/organizations/{id}/places', { params: { path: { id } } }))).items;
}

/** Where a school is, if that is known. */
export async function placeOfSchool(id: string): Promise<LonLat | null> {
  const place = (await places(id)).find((one) => one.organization_id === id)?.place ?? null;
  return place === null ? null : [place.lon, place.lat];
}

/** Says where a school is. */
export async function putPlace(id: string, at: LonLat): Promise<void> {
  const body = { lon: at[0], lat: at[1], datum: 'wgs84' as const };
  await ok(api.PUT('/api/v1/organizations/{id}/place', { params: { path: { id } }, body }));
}

/** The calendar as it holds for an organization. */
export async function calendarOf(id: string, from: string, to: string): Promise<OwnDay[]> {
  return (await ok(api.GET('/api/v1/organizations/{id}/calendar', { params: { path: { id }, query: { from, to } } }))).items;
}
