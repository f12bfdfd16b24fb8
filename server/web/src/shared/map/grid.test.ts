import { describe, expect, it } from 'vitest';
import { cellOf, lengthText } from './grid';

describe('the grid', () => {
  it('has cells of 1, 2 or 5 with zeros that are wide enough', () => {
    expect(cellOf(0.1)).toBe(10);
    expect(cellOf(0.5)).toBe(50);
    expect(cellOf(1)).toBe(100);
    expect(cellOf(2.5)).toBe(200);
    expect(cellOf(150)).toBe(20_000);
  });
  it('names lengths', () => {
    const texts = { metres: 'm', kilometres: 'km' };
    expect(lengthText(50, texts)).toBe('50 m');
    expect(lengthText(2000, texts)).toBe('2 km');
  });
});
