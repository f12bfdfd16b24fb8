/** Coordinates as people type and paste them. */
import { toWgs84, type Datum, type LonLat } from '@/shared/map/datum';

export type CoordinateProblem = 'badNumber' | 'swapped' | 'outOfRange';

/** Two numbers in a text, as map pages give them: "116.4, 39.9". Null if there are not two. */
export function pasted(text: string): readonly [string, string] | null {
  const numbers = text.match(/-?\d+(?:\.\d+)?/g) ?? [];
  const [first, second] = numbers;
  return numbers.length === 2 && first !== undefined && second !== undefined ? [first, second] : null;
}

/** What is wrong with a longitude and a latitude; null if nothing. */
export function coordinateProblem(lon: string, lat: string): CoordinateProblem | null {
  const [x, y] = [numberOf(lon), numberOf(lat)];
  if (x === null || y === null) return 'badNumber';
  const inChina = (a: number, b: number) => a >= 73 && a <= 136 && b >= 3 && b <= 54;
  if (!inChina(x, y) && inChina(y, x)) return 'swapped';
  return Math.abs(x) <= 180 && Math.abs(y) < 90 ? null : 'outOfRange';
}

/** The WGS-84 place of what was typed in a datum; null if it is none. */
export function typed(lon: string, lat: string, datum: Datum): LonLat | null {
  const [x, y] = [numberOf(lon), numberOf(lat)];
  return x === null || y === null || coordinateProblem(lon, lat) !== null ? null : toWgs84(datum, [x, y]);
}

function numberOf(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}
