/** GeoJSON of areas, as the API reads and writes it. */
import { closed, type Area } from './area';
import { fromWgs84, toWgs84, type Datum, type LonLat } from './datum';

/** Why a text is no area. */
export type GeoJsonProblem = 'not_json' | 'not_area' | 'no_radius' | 'no_half_width' | 'datum_conflict';

/** Thrown by {@link fromGeoJson}. */
export class GeoJsonError extends Error {
  readonly problem: GeoJsonProblem;

  constructor(problem: GeoJsonProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** A GeoJSON Feature in a datum, as the API reads and writes it; 8 digits are about a millimetre. */
export interface AreaFeature {
  type: 'Feature';
  geometry: { type: 'Point' | 'Polygon' | 'LineString'; coordinates: unknown };
  properties: Record<string, unknown>;
}

/** The Feature of an area in a datum, which is named among the properties. */
export function toGeoJson(area: Area, datum: Datum): AreaFeature {
  const pair = (at: LonLat) => fromWgs84(datum, at).map((degrees) => Number(degrees.toFixed(8)));
  const feature = (type: AreaFeature['geometry']['type'], coordinates: unknown, size: Record<string, number>): AreaFeature => ({
    type: 'Feature',
    geometry: { type, coordinates },
    properties: { datum, ...size },
  });
  switch (area.kind) {
    case 'circle':
      return feature('Point', pair(area.centre), { radius_m: area.radius });
    case 'corridor':
      return feature('LineString', area.line.map(pair), { half_width_m: area.halfWidth });
    case 'polygon':
      return feature('Polygon', [area.ring, ...area.holes].map((ring) => closed(ring).map(pair)), {});
  }
}

/**
 * The area of a Feature or a bare geometry with the metres beside it, whose coordinates are in the stated datum.
 * A datum named among the properties must agree.
 */
export function fromGeoJson(value: unknown, datum: Datum): Area {
  const { geometry, properties } = parts(value);
  if (properties['datum'] !== undefined && properties['datum'] !== datum) throw new GeoJsonError('datum_conflict');
  const at = (pair: unknown) => toWgs84(datum, lonLat(pair));
  const line = (pairs: unknown) => list(pairs).map(at);
  switch (geometry['type']) {
    case 'Point':
      return { kind: 'circle', centre: at(geometry['coordinates']), radius: metres(properties['radius_m'], 'no_radius') };
    case 'LineString':
      return { kind: 'corridor', line: line(geometry['coordinates']), halfWidth: metres(properties['half_width_m'], 'no_half_width') };
    case 'Polygon': {
      const [ring, ...holes] = list(geometry['coordinates']).map((one) => opened(line(one)));
      if (ring === undefined) throw new GeoJsonError('not_area');
      return { kind: 'polygon', ring, holes };
    }
    default:
      throw new GeoJsonError('not_area');
  }
}

/** The area in a text of GeoJSON. */
export function parseGeoJson(text: string, datum: Datum): Area {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new GeoJsonError('not_json');
  }
  return fromGeoJson(value, datum);
}

function opened(ring: LonLat[]): LonLat[] {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  const repeats = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return repeats ? ring.slice(0, -1) : ring;
}

function parts(value: unknown): { geometry: Record<string, unknown>; properties: Record<string, unknown> } {
  const whole = record(value);
  if (whole['type'] === 'FeatureCollection') return parts(list(whole['features'])[0]);
  if (whole['type'] !== 'Feature') return { geometry: whole, properties: whole };
  return { geometry: record(whole['geometry']), properties: whole['properties'] === null ? {} : record(whole['properties'] ?? {}) };
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new GeoJsonError('not_area');
  return value as Record<string, unknown>;
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new GeoJsonError('not_area');
  return value as unknown[];
}

function lonLat(value: unknown): LonLat {
  const [lon, lat] = list(value);
  if (typeof lon !== 'number' || typeof lat !== 'number') throw new GeoJsonError('not_area');
  return [lon, lat];
}

function metres(value: unknown, missing: GeoJsonProblem): number {
  if (typeof value !== 'number') throw new GeoJsonError(missing);
  return value;
}
