import { describe, expect, it } from 'vitest';
import { instant } from './instant';

describe('instant', () => {
  it('is by the clock of the zone', () => {
    expect(instant('2026-11-23', '07:20', 'Asia/Shanghai')).toBe('2026-11-22T23:20:00.000Z');
  });
  it('knows summer time', () => {
    expect(instant('2026-07-01', '08:00', 'Europe/Paris')).toBe('2026-07-01T06:00:00.000Z');
    expect(instant('2026-12-01', '08:00', 'Europe/Paris')).toBe('2026-12-01T07:00:00.000Z');
  });
});
