import { describe, expect, it } from 'vitest';
import type { Hazard } from '@/shared/hazard';
import { fixOf, givenBy, ledgerOf, type Step } from './ledgers';

const hazard = (...steps: [Step['step'], string][]) => ({ steps: steps.map(([step, person_name]) => ({ step, person_name })) }) as Hazard;
const names = (one: Hazard) => Object.values(fixOf(one)).map((step) => step?.person_name ?? null);

describe('the ledgers of hazards', () => {
  it('are named in the address', () => {
    expect(['duties', 'fixes', 'problems', '', 'x'].map(ledgerOf)).toEqual(['duties', 'fixes', 'problems', 'problems', 'problems']);
  });

  it('tell who gave it last', () => {
    expect(givenBy(hazard(['assigned', '甲'], ['assigned', '乙'], ['rectified', '丙']))?.person_name).toBe('乙');
    expect(givenBy(hazard())).toBeNull();
  });

  it('tell what was done as it stands', () => {
    expect(names(hazard(['assigned', '甲'], ['rectified', '乙'], ['accepted', '丙'], ['written_off', '丁']))).toEqual(['乙', '丙', '丁']);
    expect(names(hazard(['rectified', '乙'], ['sent_back', '丙']))).toEqual([null, null, null]);
    expect(names(hazard(['rectified', '乙'], ['accepted', '丙'], ['written_off', '丁'], ['reopened', '丁'], ['rectified', '戊']))).toEqual(['戊', null, null]);
  });
});
