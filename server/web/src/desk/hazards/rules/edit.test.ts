import { describe, expect, it } from 'vitest';
import { badNames, goodDays, moved, type Edited } from './edit';

const one = (zh: string, en: string, retired = false): Edited => ({ key: null, zh, en, retired });

describe('the rules of hazards while they are edited', () => {
  it('want a name of each category, once', () => {
    const list = [one('交通', 'Traffic'), one(' ', 'Fire'), one('食品', 'traffic '), one('食品', 'Food', true), one('水'.repeat(21), 'Water')];
    expect([...badNames(list, 'zh')]).toEqual([list[1], list[4]]);
    expect([...badNames(list, 'en')]).toEqual([list[0], list[2]]);
  });

  it('want days that do not grow with the level', () => {
    expect(goodDays({ minor: 7, serious: 3, major: 1 })).toBe(true);
    expect([{ minor: 7, serious: 8, major: 1 }, { minor: 0, serious: 0, major: 0 }, { minor: 91, serious: 3, major: 1 }, { minor: 2.5, serious: 1, major: 1 }].map(goodDays)).toEqual([false, false, false, false]);
  });

  it('move a category by one place', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});
