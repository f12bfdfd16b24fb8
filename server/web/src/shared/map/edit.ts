/** Steps of editing an area, each answering a new area. */
import { corners, type Area, type AreaKind, type Circle } from './area';
import type { LonLat } from './datum';
import { distance, midpoint, offset } from './metres';

/** A fence that works well at a gate: phones err by tens of metres. */
const RADIUS = 100;
const HALF_WIDTH = 15;

/** An area of a kind at a place, large enough to be seen and dragged. */
export function fresh(kind: AreaKind, at: LonLat): Area {
  switch (kind) {
    case 'circle':
      return { kind, centre: at, radius: RADIUS };
    case 'polygon':
      return { kind, ring: [offset(at, -60, -40), offset(at, 60, -40), offset(at, 60, 40), offset(at, -60, 40)], holes: [] };
    case 'corridor':
      return { kind, line: [offset(at, -80, 0), offset(at, 80, 0)], halfWidth: HALF_WIDTH };
  }
}

/** The area that points clicked on the map make so far; null while they are too few to draw. */
export function drawn(kind: AreaKind, points: readonly LonLat[]): Area | null {
  const [first] = points;
  if (first === undefined) return null;
  if (kind === 'circle') return fresh('circle', first);
  if (kind === 'polygon') return { kind, ring: [...points], holes: [] };
  return { kind, line: [...points], halfWidth: HALF_WIDTH };
}

/** With one corner (of a circle: the centre) somewhere else. */
export function moveCorner(area: Area, index: number, to: LonLat): Area {
  if (area.kind === 'circle') return { ...area, centre: to };
  return withCorners(area, corners(area).map((at, one) => (one === index ? to : at)));
}

/** With a new corner after the one at `index`, by itself halfway to the next. */
export function addCorner(area: Area, index: number, at?: LonLat): Area {
  if (area.kind === 'circle') return area;
  const points = corners(area);
  const [a, b] = [points[index], points[(index + 1) % points.length]];
  if (a === undefined || b === undefined) return area;
  return withCorners(area, [...points.slice(0, index + 1), at ?? midpoint(a, b), ...points.slice(index + 1)]);
}

/** Without a corner; the same area if too few would be left. */
export function removeCorner(area: Area, index: number): Area {
  if (area.kind === 'circle' || !canRemove(area)) return area;
  return withCorners(area, corners(area).filter((_, one) => one !== index));
}

/** Whether a corner can go. */
export function canRemove(area: Area): boolean {
  if (area.kind === 'circle') return false;
  return corners(area).length > (area.kind === 'polygon' ? 3 : 2);
}

/** With the metres around a centre or a line, to a tenth. */
export function resize(area: Area, metres: number): Area {
  const tenth = Math.round(metres * 10) / 10;
  if (area.kind === 'circle') return { ...area, radius: tenth };
  return area.kind === 'corridor' ? { ...area, halfWidth: tenth } : area;
}

/** The whole area moved by the way from one place to another. */
export function moveAll(area: Area, from: LonLat, to: LonLat): Area {
  const shift = ([lon, lat]: LonLat): LonLat => [lon + to[0] - from[0], lat + to[1] - from[1]];
  if (area.kind === 'circle') return { ...area, centre: shift(area.centre) };
  if (area.kind === 'corridor') return { ...area, line: area.line.map(shift) };
  return { ...area, ring: area.ring.map(shift), holes: area.holes.map((hole) => hole.map(shift)) };
}

/** Where the handle for a circle's radius stands: due east. */
export function radiusHandle(circle: Circle): LonLat {
  return offset(circle.centre, circle.radius, 0);
}

/** The radius that a dragged handle means: whole metres, within what the server accepts. */
export function radiusAt(circle: Circle, at: LonLat): number {
  return Math.min(2000, Math.max(10, Math.round(distance(circle.centre, at))));
}

/** Where the handles stand that add a corner: halfway along each side. */
export function middles(area: Area): LonLat[] {
  if (area.kind === 'circle') return [];
  const points = corners(area);
  const sides = area.kind === 'polygon' ? points.length : points.length - 1;
  return points.slice(0, sides).map((at, index) => midpoint(at, points[(index + 1) % points.length] ?? at));
}

function withCorners(area: Exclude<Area, Circle>, points: LonLat[]): Area {
  return area.kind === 'polygon' ? { ...area, ring: points } : { ...area, line: points };
}
