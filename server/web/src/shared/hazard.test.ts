import { describe, expect, it } from 'vitest';
import { markOf, type Hazard } from './hazard';

describe('a hazard', () => {
  it('stands out while it is overdue', () => {
    const hazard = (state: Hazard['state'], overdue: boolean) => ({ state, overdue }) as Hazard;
    expect(markOf(hazard('assigned', true))).toBe('gap');
    expect(markOf(hazard('assigned', false))).toBe('claimed');
    expect(markOf(hazard('accepted', false))).toBe('confirmed');
    expect(markOf(hazard('written_off', false))).toBe('not_required');
  });
});
