/** Metres near a place: within some kilometres the ellipsoid is flat enough for two scales, one for each direction. */
import type { LonLat } from './datum';

const EQUATORIAL_RADIUS_M = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006694379990141316;

/** Metres per degree of longitude and of latitude at some latitude of the WGS-84 ellipsoid. */
export function scaleAt(lat: number): { lon: number; lat: number } {
  const radians = (lat * Math.PI) / 180;
  const wSquared = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2;
  const prime = EQUATORIAL_RADIUS_M / Math.sqrt(wSquared);
  const meridional = (prime * (1 - ECCENTRICITY_SQUARED)) / wSquared;
  return { lon: (prime * Math.cos(radians) * Math.PI) / 180, lat: (meridional * Math.PI) / 180 };
}

/** Metres between two neighbouring places. */
export function distance(a: LonLat, b: LonLat): number {
  const scale = scaleAt((a[1] + b[1]) / 2);
  return Math.hypot((b[0] - a[0]) * scale.lon, (b[1] - a[1]) * scale.lat);
}

/** The place so many metres east and north of another. */
export function offset([lon, lat]: LonLat, east: number, north: number): LonLat {
  const scale = scaleAt(lat);
  return [lon + east / scale.lon, lat + north / scale.lat];
}

/** The place halfway. */
export function midpoint(a: LonLat, b: LonLat): LonLat {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** Metres from a place to the nearest point of a line with these corners; infinite without a line. */
export function distanceToLine(at: LonLat, line: readonly LonLat[]): number {
  const scale = scaleAt(at[1]);
  const local = ([lon, lat]: LonLat) => [(lon - at[0]) * scale.lon, (lat - at[1]) * scale.lat] as const;
  let nearest = Infinity;
  for (const [index, end] of line.entries()) {
    const start = line[index - 1];
    if (start !== undefined) nearest = Math.min(nearest, toSegment(local(start), local(end)));
  }
  return nearest;
}

function toSegment(a: readonly [number, number], b: readonly [number, number]): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(a[0] * dx + a[1] * dy) / length));
  return Math.hypot(a[0] + share * dx, a[1] + share * dy);
}
