/**
 * Datums: coordinates are kept in WGS-84 and shown in what the reader's source uses. Nothing here guesses whether a place
 * lies in China: the datum is always stated.
 */
import type { components } from '@/api/schema';

export type Datum = components['schemas']['Datum'];
/** Longitude and latitude in degrees, in this order as GeoJSON has them. */
export type LonLat = readonly [lon: number, lat: number];

/** The datums in the order in which they are offered. */
export const DATUMS: readonly Datum[] = ['wgs84', 'gcj02', 'bd09'];

// The Krasovsky ellipsoid, on which the published GCJ-02 formula rests.
const A = 6_378_245;
const EE = 0.006693421622965943;
const BD_TURNS = (Math.PI * 3000) / 180;

/** From a stated datum to WGS-84, right to under 1 cm. */
export function toWgs84(datum: Datum, at: LonLat): LonLat {
  if (datum === 'wgs84') return at;
  return inverse(datum === 'gcj02' ? gcj02 : (point) => bd09(gcj02(point)), at);
}

/** From WGS-84 to a datum. */
export function fromWgs84(datum: Datum, at: LonLat): LonLat {
  if (datum === 'wgs84') return at;
  const shifted = gcj02(at);
  return datum === 'gcj02' ? shifted : bd09(shifted);
}

/** From one datum to another. */
export function convert(from: Datum, to: Datum, at: LonLat): LonLat {
  return from === to ? at : fromWgs84(to, toWgs84(from, at));
}

/** The shifts vary so slowly that a few steps of "what is the rest" come to less than a millimetre. */
function inverse(forward: (at: LonLat) => LonLat, wanted: LonLat): LonLat {
  let guess = wanted;
  for (let step = 0; step < 30; step += 1) {
    const there = forward(guess);
    const rest: LonLat = [wanted[0] - there[0], wanted[1] - there[1]];
    guess = [guess[0] + rest[0], guess[1] + rest[1]];
    if (Math.abs(rest[0]) < 1e-10 && Math.abs(rest[1]) < 1e-10) break;
  }
  return guess;
}

function gcj02([lon, lat]: LonLat): LonLat {
  const [x, y] = [lon - 105, lat - 35];
  const radians = (lat / 180) * Math.PI;
  const magic = 1 - EE * Math.sin(radians) ** 2;
  const root = Math.sqrt(magic);
  const north = (shiftNorth(x, y) * 180) / (((A * (1 - EE)) / (magic * root)) * Math.PI);
  const east = (shiftEast(x, y) * 180) / ((A / root) * Math.cos(radians) * Math.PI);
  return [lon + east, lat + north];
}

/** Two thirds of a sum of sine waves, each with its height and its half-turns per degree. */
function waves(value: number, ...parts: readonly (readonly [height: number, rate: number])[]): number {
  return (parts.reduce((sum, [height, rate]) => sum + height * Math.sin(value * rate * Math.PI), 0) * 2) / 3;
}

function shiftNorth(x: number, y: number): number {
  const slope = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return slope + waves(x, [20, 6], [20, 2]) + waves(y, [20, 1], [40, 1 / 3], [160, 1 / 12], [320, 1 / 30]);
}

function shiftEast(x: number, y: number): number {
  const slope = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return slope + waves(x, [20, 6], [20, 2], [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30]);
}

function bd09([lon, lat]: LonLat): LonLat {
  const reach = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BD_TURNS);
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BD_TURNS);
  return [reach * Math.cos(angle) + 0.0065, reach * Math.sin(angle) + 0.006];
}
