import { describe, expect, it } from 'vitest';
import { coordinateProblem, pasted, typed } from './coordinates';

describe('coordinates as typed', () => {
  it('takes pairs apart as map pages give them', () => {
    expect(pasted('116.404, 39.915')).toEqual(['116.404', '39.915']);
    expect(pasted('经度：116.404，纬度：39.915')).toEqual(['116.404', '39.915']);
    expect(pasted('116.404')).toBeNull();
    expect(pasted('1 2 3')).toBeNull();
  });
  it('says what is wrong', () => {
    expect(coordinateProblem('116.4', '39.9')).toBeNull();
    expect(coordinateProblem('39.9', '116.4')).toBe('swapped');
    expect(coordinateProblem('', '39.9')).toBe('badNumber');
    expect(coordinateProblem('116.4x', '39.9')).toBe('badNumber');
    expect(coordinateProblem('181', '0')).toBe('outOfRange');
    expect(coordinateProblem('2.35', '48.86')).toBeNull();
  });
  it('converts from the stated datum', () => {
    const at = typed('116.410244499', '39.916404282', 'gcj02');
    expect(at?.[0]).toBeCloseTo(116.404, 6);
    expect(at?.[1]).toBeCloseTo(39.915, 6);
    expect(typed('', '', 'wgs84')).toBeNull();
  });
});
