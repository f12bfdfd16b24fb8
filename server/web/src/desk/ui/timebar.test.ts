import { describe, expect, it } from 'vitest';
import { holes, pieces, place, ticks, type Bar } from './timebar';

const minute = 60_000;
const bar = (now: number | null): Bar => ({ from: 0, to: 100 * minute, start: 20 * minute, end: 100 * minute, now, alarm: true, lanes: [], gaps: [] });
const stretch = (from: number, to: number) => ({ from: from * minute, to: to * minute, state: 'confirmed' as const });

describe('place', () => {
  it('stays on the axis', () => {
    expect(place(50 * minute, bar(null))).toBe(50);
    expect(place(-1, bar(null))).toBe(0);
    expect(place(200 * minute, bar(null))).toBe(100);
  });
});

describe('pieces', () => {
  it('cuts at the present', () => {
    const drawn = pieces([stretch(10, 60)], bar(40 * minute));
    expect(drawn.map(({ left, width, ahead }) => [left, width, ahead])).toEqual([[10, 30, false], [40, 20, true]]);
  });
  it('joins what follows in the same state', () => {
    expect(pieces([stretch(20, 40), stretch(40, 60)], bar(null))).toHaveLength(1);
  });
  it('draws nothing that lies off the axis', () => {
    expect(pieces([stretch(-20, 0), stretch(110, 120)], bar(null))).toEqual([]);
  });
});

describe('holes', () => {
  it('are what the window lacks up to the present', () => {
    expect(holes([stretch(10, 30)], bar(50 * minute))).toEqual([{ left: 30, width: 20, open: true }]);
  });
  it('are not open within the grace', () => {
    expect(holes([stretch(10, 30)], { ...bar(50 * minute), alarm: false })).toEqual([{ left: 30, width: 20, open: false }]);
  });
  it('before somebody came are closed', () => {
    expect(holes([stretch(40, 90)], bar(50 * minute))).toEqual([{ left: 20, width: 20, open: false }]);
  });
  it('of a past day reach to the end and are closed', () => {
    expect(holes([], bar(null))).toEqual([{ left: 20, width: 80, open: false }]);
  });
  it('are none before the window', () => {
    expect(holes([], bar(10 * minute))).toEqual([]);
  });
  it('take overlapping stretches together', () => {
    expect(holes([stretch(20, 60), stretch(30, 50)], bar(70 * minute))).toEqual([{ left: 60, width: 10, open: true }]);
  });
});

describe('ticks', () => {
  it('are round and few', () => {
    expect(ticks({ from: 7 * 60 * minute, to: (8 * 60 + 5) * minute }).map((at) => at / minute)).toEqual([420, 430, 440, 450, 460, 470, 480]);
  });
});
