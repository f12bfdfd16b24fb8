import { describe, expect, it } from 'vitest';
import { fullDay } from './format';

describe('a date on paper', () => {
  it('names its year', () => {
    expect([fullDay('2026-11-03', 'zh'), fullDay('2026-11-03', 'en')]).toEqual(['2026年11月3日', '3 November 2026']);
  });
});
