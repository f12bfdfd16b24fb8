/** Areas of checkpoints, as the map edits them: always WGS-84. geojson.ts reads and writes the API's form. */
import { convert, type Datum, type LonLat } from './datum';
import { distance, distanceToLine, offset } from './metres';

export interface Circle { kind: 'circle'; centre: LonLat; radius: number }
/** `ring` is open: its last corner joins the first. */
export interface Polygon { kind: 'polygon'; ring: LonLat[]; holes: LonLat[][] }
export interface Corridor { kind: 'corridor'; line: LonLat[]; halfWidth: number }
export type Area = Circle | Polygon | Corridor;
export type AreaKind = Area['kind'];

/** The middle of an area, for labels and for the map to go to. */
export function middle(area: Area): LonLat {
  if (area.kind === 'circle') return area.centre;
  const { west, south, east, north } = box(corners(area));
  return [(west + east) / 2, (south + north) / 2];
}

/** The corners that can be dragged. */
export function corners(area: Area): readonly LonLat[] {
  if (area.kind === 'circle') return [area.centre];
  return area.kind === 'polygon' ? area.ring : area.line;
}

/** What surrounds an area with its metres around it. */
export function extent(area: Area): readonly [southWest: LonLat, northEast: LonLat] {
  const around = area.kind === 'circle' ? area.radius : area.kind === 'corridor' ? area.halfWidth : 0;
  const { west, south, east, north } = box(corners(area));
  return [offset([west, south], -around, -around), offset([east, north], around, around)];
}

/** Metres from a place to an area, 0 inside: as the server will measure it, for a first look only. */
export function distanceTo(area: Area, at: LonLat): number {
  switch (area.kind) {
    case 'circle':
      return Math.max(0, distance(area.centre, at) - area.radius);
    case 'corridor':
      return Math.max(0, distanceToLine(at, area.line) - area.halfWidth);
    case 'polygon': {
      const rings = [area.ring, ...area.holes];
      const inside = rings.filter((ring) => holds(ring, at)).length === 1 && holds(area.ring, at);
      return inside ? 0 : Math.min(...rings.map((ring) => distanceToLine(at, closed(ring))));
    }
  }
}

/** The ground of an area, square metres. Of a corridor that crosses itself somewhat too much. */
export function ground(area: Area): number {
  if (area.kind === 'circle') return Math.PI * area.radius ** 2;
  if (area.kind === 'polygon') return ringGround(area.ring) - area.holes.reduce((sum, hole) => sum + ringGround(hole), 0);
  const length = area.line.reduce((sum, at, index) => sum + distance(area.line[index - 1] ?? at, at), 0);
  return length * 2 * area.halfWidth + Math.PI * area.halfWidth ** 2;
}

/** Coordinates of a place in another datum, as people write them: 6 digits are 11 cm. */
export function written(at: LonLat, datum: Datum): string {
  const [lon, lat] = convert('wgs84', datum, at);
  return `${lon.toFixed(6)}, ${lat.toFixed(6)}`;
}

function box(points: readonly LonLat[]) {
  const [lons, lats] = [points.map((at) => at[0]), points.map((at) => at[1])];
  return { west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) };
}

/** The ring with its first corner repeated at the end. */
export function closed(ring: readonly LonLat[]): LonLat[] {
  const first = ring[0];
  return first === undefined ? [] : [...ring, first];
}

/** The ground inside a ring, square metres. */
export function ringGround(ring: readonly LonLat[]): number {
  const first = ring[0];
  if (first === undefined) return 0;
  const unit = distance(first, [first[0] + 1e-3, first[1]]) * distance(first, [first[0], first[1] + 1e-3]) * 1e6;
  const twice = ring.reduce((sum, a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a;
    return sum + (a[0] - first[0]) * (b[1] - first[1]) - (b[0] - first[0]) * (a[1] - first[1]);
  }, 0);
  return Math.abs(twice / 2) * unit;
}

function holds(ring: readonly LonLat[], [x, y]: LonLat): boolean {
  let inside = false;
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  });
  return inside;
}
