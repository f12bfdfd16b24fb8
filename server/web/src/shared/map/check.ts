/** What the server would refuse or warn of, told while somebody draws. The server has the last word. */
import { corners, extent, ground, ringGround, type Area } from './area';
import type { LonLat } from './datum';
import { distance } from './metres';

/** What the server accepts (metres, corners). */
export const LIMITS = { radius: [10, 2000], halfWidth: [3, 200], vertices: 500, extent: 20_000 } as const;
/** A fence smaller than this is honest people's trouble: phones err by more. Metres of radius. */
export const TINY_RADIUS = 30;

/** Why an area cannot be saved as it is. */
export type AreaProblem = 'too_few' | 'too_many' | 'crossing' | 'radius' | 'half_width' | 'too_large' | 'out_of_range';
/** Whether phones err by more than the fence is large. The server says so too, after saving. */
export function isTiny(area: Area): boolean {
  return ground(area) < Math.PI * TINY_RADIUS ** 2;
}

/** What keeps an area from being saved, the first thing. */
export function problemOf(area: Area): AreaProblem | null {
  const points = area.kind === 'polygon' ? [...area.ring, ...area.holes.flat()] : corners(area);
  if (points.some(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) < 90))) return 'out_of_range';
  if (points.length > LIMITS.vertices) return 'too_many';
  if (area.kind === 'circle') return within(area.radius, LIMITS.radius) ? null : 'radius';
  if (area.kind === 'corridor' && !within(area.halfWidth, LIMITS.halfWidth)) return 'half_width';
  if (points.length < (area.kind === 'polygon' ? 3 : 2)) return 'too_few';
  const [southWest, northEast] = extent(area);
  if (distance(southWest, northEast) > LIMITS.extent * Math.SQRT2) return 'too_large';
  if (area.kind === 'polygon' && (crosses(area.ring) || ringGround(area.ring) < 1)) return 'crossing';
  return null;
}

function within(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}

/** Whether two sides of a ring that are not neighbours cut each other. */
function crosses(ring: readonly LonLat[]): boolean {
  const sides = ring.map((a, index) => [a, ring[(index + 1) % ring.length] ?? a] as const);
  return sides.some(([a, b], i) =>
    sides.some(([c, d], j) => j > i + 1 && !(i === 0 && j === sides.length - 1) && cut(a, b, c, d)));
}

function cut(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  const side = (p: LonLat, q: LonLat, r: LonLat) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}
