import { describe, expect, it } from 'vitest';
import { distanceTo, extent, ground, type Area } from './area';
import { isTiny, problemOf } from './check';
import type { LonLat } from './datum';
import { addCorner, canRemove, drawn, fresh, middles, moveAll, moveCorner, radiusAt, radiusHandle, removeCorner, resize } from './edit';
import { fromGeoJson, GeoJsonError, parseGeoJson, toGeoJson } from './geojson';
import { distance, offset } from './metres';

const GATE: LonLat = [116.404, 39.915];
const square: Area = { kind: 'polygon', ring: [[0, 0], [4, 0], [4, 4], [0, 4]].map(([x = 0, y = 0]) => offset(GATE, x * 100, y * 100)), holes: [] };

describe('metres', () => {
  it('agrees with known lengths of a degree', () => {
    expect(distance([0, 0], [1, 0])).toBeCloseTo(111_319.5, 0);
    expect(distance([116, 39.5], [116, 40.5])).toBeCloseTo(111_035, -1);
  });
  it('goes and comes back', () => {
    expect(distance(GATE, offset(GATE, 300, -400))).toBeCloseTo(500, 1);
  });
});

describe('areas', () => {
  it('measures the ground', () => {
    expect(ground(square)).toBeCloseTo(160_000, -2);
    expect(ground({ kind: 'corridor', line: [GATE, offset(GATE, 100, 0)], halfWidth: 10 })).toBeCloseTo(2000 + Math.PI * 100, 0);
  });
  it('measures distances as the fence does', () => {
    expect(distanceTo({ kind: 'circle', centre: GATE, radius: 50 }, offset(GATE, 80, 0))).toBeCloseTo(30, 2);
    expect(distanceTo(square, offset(GATE, 200, 200))).toBe(0);
    expect(distanceTo(square, offset(GATE, -30, 200))).toBeCloseTo(30, 1);
    const holed: Area = { kind: 'polygon', ring: [...(square.kind === 'polygon' ? square.ring : [])], holes: [[[1, 1], [3, 1], [3, 3], [1, 3]].map(([x = 0, y = 0]) => offset(GATE, x * 100, y * 100))] };
    expect(distanceTo(holed, offset(GATE, 200, 200))).toBeCloseTo(100, 0);
    expect(distanceTo({ kind: 'corridor', line: [GATE, offset(GATE, 100, 0)], halfWidth: 10 }, offset(GATE, 50, 25))).toBeCloseTo(15, 1);
  });
  it('surrounds the metres too', () => {
    const [southWest, northEast] = extent({ kind: 'circle', centre: GATE, radius: 100 });
    expect(distance(southWest, northEast)).toBeCloseTo(200 * Math.SQRT2, 0);
  });
  it('knows what the server would refuse', () => {
    const bow: Area = { kind: 'polygon', ring: [[0, 0], [4, 4], [4, 0], [0, 4]].map(([x = 0, y = 0]) => offset(GATE, x * 10, y * 10)), holes: [] };
    const cases: [Area, string | null][] = [
      [square, null], [bow, 'crossing'],
      [{ kind: 'polygon', ring: [GATE, offset(GATE, 9, 9)], holes: [] }, 'too_few'],
      [{ kind: 'polygon', ring: [GATE, offset(GATE, 9, 0), offset(GATE, 18, 0)], holes: [] }, 'crossing'],
      [{ kind: 'circle', centre: GATE, radius: 9 }, 'radius'], [{ kind: 'circle', centre: GATE, radius: 2000 }, null],
      [{ kind: 'circle', centre: [39, 116], radius: 50 }, 'out_of_range'], [{ kind: 'circle', centre: [Number.NaN, 3], radius: 50 }, 'out_of_range'],
      [{ kind: 'corridor', line: [GATE, offset(GATE, 9, 0)], halfWidth: 2 }, 'half_width'],
      [{ kind: 'corridor', line: [GATE], halfWidth: 5 }, 'too_few'],
      [{ kind: 'corridor', line: [GATE, offset(GATE, 30_000, 0)], halfWidth: 5 }, 'too_large'],
      [{ kind: 'corridor', line: Array.from({ length: 501 }, (_, n) => offset(GATE, n, 0)), halfWidth: 5 }, 'too_many'],
    ];
    for (const [area, problem] of cases) expect(problemOf(area)).toBe(problem);
  });
  it('warns of fences smaller than phones err', () => {
    expect(isTiny({ kind: 'circle', centre: GATE, radius: 29 })).toBe(true);
    expect(isTiny({ kind: 'circle', centre: GATE, radius: 30 })).toBe(false);
  });
});

describe('GeoJSON', () => {
  const areas: Area[] = [
    { kind: 'circle', centre: GATE, radius: 80 }, square,
    { kind: 'corridor', line: [GATE, offset(GATE, 100, 0)], halfWidth: 12 },
  ];
  it('comes back the same from every datum', () => {
    for (const area of areas) {
      for (const datum of ['wgs84', 'gcj02', 'bd09'] as const) {
        const back = parseGeoJson(JSON.stringify(toGeoJson(area, datum)), datum);
        expect(back.kind).toBe(area.kind);
        expect(distanceTo(back, GATE)).toBeLessThan(0.01);
        expect(ground(back)).toBeCloseTo(ground(area), -1);
      }
    }
  });
  it('closes rings going out and opens them coming in', () => {
    const feature = toGeoJson(square, 'wgs84');
    const ring = (feature.geometry.coordinates as unknown[][])[0];
    expect(ring).toHaveLength(5);
    const back = fromGeoJson(feature, 'wgs84');
    expect(back.kind === 'polygon' && back.ring.length).toBe(4);
  });
  it('reads a bare geometry with the metres beside it, and the first of a collection', () => {
    expect(parseGeoJson('{"type":"Point","coordinates":[116.4,39.9,44],"radius_m":60}', 'wgs84')).toMatchObject({ kind: 'circle', radius: 60 });
    const collection = { type: 'FeatureCollection', features: [toGeoJson(square, 'wgs84')] };
    expect(fromGeoJson(collection, 'wgs84').kind).toBe('polygon');
  });
  it('says what is wrong with a text', () => {
    const problem = (text: string) => {
      try {
        parseGeoJson(text, 'wgs84');
      } catch (error) {
        return error instanceof GeoJsonError ? error.problem : error;
      }
      return null;
    };
    expect(problem('{')).toBe('not_json');
    expect(problem('[]')).toBe('not_area');
    expect(problem('{"type":"Point","coordinates":[1,2]}')).toBe('no_radius');
    expect(problem('{"type":"LineString","coordinates":[[1,2],[1,3]]}')).toBe('no_half_width');
    expect(problem('{"type":"MultiPoint","coordinates":[]}')).toBe('not_area');
    expect(problem(JSON.stringify(toGeoJson(square, 'gcj02')))).toBe('datum_conflict');
  });
});

describe('editing', () => {
  it('moves, adds and removes corners, and never leaves too few', () => {
    const more = addCorner(square, 3);
    expect(more.kind === 'polygon' && more.ring.length).toBe(5);
    expect(middles(square)).toHaveLength(4);
    const triangle = removeCorner(square, 0);
    expect(canRemove(triangle)).toBe(false);
    expect(removeCorner(triangle, 0)).toBe(triangle);
    const line = fresh('corridor', GATE);
    expect(middles(line)).toHaveLength(1);
    expect(removeCorner(line, 1)).toBe(line);
    const moved = moveCorner(line, 1, GATE);
    expect(moved.kind === 'corridor' && moved.line[1]).toBe(GATE);
  });
  it('takes the radius from a dragged handle, within limits', () => {
    const circle = { kind: 'circle', centre: GATE, radius: 100 } as const;
    expect(radiusAt(circle, radiusHandle(circle))).toBe(100);
    expect(radiusAt(circle, offset(GATE, 0, -63.4))).toBe(63);
    expect(radiusAt(circle, GATE)).toBe(10);
    expect(radiusAt(circle, offset(GATE, 9000, 0))).toBe(2000);
    expect(resize(circle, 77.77)).toMatchObject({ radius: 77.8 });
  });
  it('moves the whole and keeps the shape', () => {
    const moved = moveAll(square, GATE, offset(GATE, 1000, 0));
    expect(ground(moved)).toBeCloseTo(ground(square), -1);
  });
  it('draws from clicks', () => {
    expect(drawn('polygon', [])).toBeNull();
    expect(drawn('circle', [GATE])).toMatchObject({ kind: 'circle', radius: 100 });
    expect(drawn('corridor', [GATE, offset(GATE, 5, 5)])).toMatchObject({ kind: 'corridor' });
  });
});
