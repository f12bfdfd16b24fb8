import { describe, expect, it } from 'vitest';
import { convert, DATUMS, fromWgs84, toWgs84, type LonLat } from './datum';
import { distance } from './metres';

/** The same places in WGS-84, GCJ-02 and BD-09: Shanghai, Shenzhen, Beijing, Ürümqi. */
const VECTORS: readonly (readonly [LonLat, LonLat, LonLat])[] = [
  [[121.5272106, 31.1774276], [121.531541859, 31.175303984], [121.538015686, 31.181328607]],
  [[113.912316, 22.543847], [113.917176481, 22.540796132], [113.923684729, 22.546667438]],
  [[116.404, 39.915], [116.410244499, 39.916404282], [116.416627244, 39.922699552]],
  [[87.6177, 43.7928], [87.620549224, 43.794024555], [87.626981325, 43.800146634]],
];

/** Where masks of "is it in China" go wrong, and the meridian where the formula has a root that is not smooth. */
const EDGES: readonly LonLat[] = [
  [114.117, 22.533], [107.9718, 21.541], [103.961, 22.506], [117.433, 49.597], [75.989, 39.467], [122.538, 52.972], [105, 35],
];

function close(a: LonLat, b: LonLat) {
  expect(a[0]).toBeCloseTo(b[0], 6);
  expect(a[1]).toBeCloseTo(b[1], 6);
}

describe('datums', () => {
  it('converts known places both ways', () => {
    for (const vector of VECTORS) {
      for (const [index, datum] of DATUMS.entries()) {
        const there = vector[index] ?? [0, 0];
        close(fromWgs84(datum, vector[0]), there);
        close(toWgs84(datum, there), vector[0]);
      }
    }
  });

  it('converts between two that are not WGS-84', () => {
    for (const [, gcj, bd] of VECTORS) {
      close(convert('gcj02', 'bd09', gcj), bd);
      close(convert('bd09', 'gcj02', bd), gcj);
    }
  });

  it('shifts border towns as published and brings them back to under a centimetre', () => {
    for (const at of EDGES) {
      const shift = distance(at, fromWgs84('gcj02', at));
      expect(shift).toBeGreaterThan(38);
      expect(shift).toBeLessThan(673);
      for (const datum of DATUMS) expect(distance(at, toWgs84(datum, fromWgs84(datum, at)))).toBeLessThan(0.01);
    }
  });
});
