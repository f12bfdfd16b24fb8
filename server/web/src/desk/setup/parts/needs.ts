/** Answers of the API that older servers do not have: each with what the page does without. */
import { api, ApiError, ok } from '@/api/client';
import type { components } from '@/api/schema';
import type { Datum, LonLat } from '@/shared/map/datum';
import type { Tiles } from '@/shared/map/view';
import type { Client } from 'openapi-fetch';

type Day = components['schemas']['DayBody'];
type Entry = components['schemas']['EntryBody'];

/** What the server tells every client about itself. */
export interface ClientConfig {
  tiles: Tiles | null;
  public_url: string;
  now?: string;
}

/** Where a school is. */
export interface SchoolPlace {
  organization_id: string;
  name: string;
  school_type: string | null;
  place: { lon: number; lat: number } | null;
  station_ids: string[];
}

/** A day of an organization's calendar, with what it said itself. */
export type OwnDay = Day & { own?: Entry | null };

interface Get<Body, Params = object> { get: { parameters: Params; responses: { 200: { content: { 'application/json': Body } } } } }
interface ById { path: { id: string } }

interface Paths {
  '/api/v1/client-config': Get<ClientConfig>;
  '/api/v1/organizations/{id}/places': Get<{ items: SchoolPlace[]; next?: string | null }, ById & { query: { limit?: number; after?: string } }>;
  '/api/v1/organizations/{id}/calendar': Get<{ items: OwnDay[] }, ById & { query: { from: string; to: string } }>;
  '/api/v1/organizations/{id}/place': {
    put: {
      parameters: ById;
      requestBody: { content: { 'application/json': { lon: number; lat: number; datum: Datum } } };
      responses: { 204: { content?: never } };
    };
  };
}

const more = api as unknown as Client<Paths>;

/** Whether a server simply does not know this address. */
function unknownRoute(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'unknown_route' || error.status === 405);
}

async function orElse<T>(call: Promise<T>, instead: T): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (unknownRoute(error)) return instead;
    throw error;
  }
}

let config: Promise<ClientConfig> | null = null;

/** The server's configuration for clients, read once. */
export function clientConfig(): Promise<ClientConfig> {
  config ??= orElse(ok(more.GET('/api/v1/client-config')), { tiles: null, public_url: location.origin }).catch((error: unknown) => {
    config = null;
    throw error;
  });
  return config;
}

/** Where the schools of an organization are; a school's own place if asked for a school. */
export async function places(id: string): Promise<SchoolPlace[]> {
  const found: SchoolPlace[] = [];
  let after: string | undefined;
  do {
    const query = after === undefined ? { limit: 500 } : { limit: 500, after };
    const page = await orElse(ok(more.GET('/api/v1/organizations/{id}/places', { params: { path: { id }, query } })), { items: [] });
    found.push(...page.items);
    after = ('next' in page ? page.next : null) ?? undefined;
  } while (after !== undefined);
  return found;
}

/** Where a school is, if that is known. */
export async function placeOfSchool(id: string): Promise<LonLat | null> {
  const place = (await places(id)).find((one) => one.organization_id === id)?.place ?? null;
  return place === null ? null : [place.lon, place.lat];
}

/** Says where a school is. Whether the server could keep it. */
export async function putPlace(id: string, at: LonLat): Promise<boolean> {
  const body = { lon: at[0], lat: at[1], datum: 'wgs84' as const };
  return await orElse(ok(more.PUT('/api/v1/organizations/{id}/place', { params: { path: { id } }, body })).then(() => true), false);
}

/** The calendar as it holds for an organization. A bureau on an older server sees the national notices alone. */
export async function calendarOf(id: string, school: boolean, from: string, to: string): Promise<OwnDay[]> {
  const params = { path: { id }, query: { from, to } };
  try {
    return (await ok(more.GET('/api/v1/organizations/{id}/calendar', { params }))).items;
  } catch (error) {
    if (!unknownRoute(error)) throw error;
  }
  if (school) return (await ok(api.GET('/api/v1/schools/{id}/calendar', { params }))).items;
  return (await ok(api.GET('/api/v1/calendar/days', { params: { query: { from, to } } }))).items;
}
