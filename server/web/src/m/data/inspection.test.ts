import { describe, expect, it } from 'vitest';
import { lacking, mine } from './inspection';

describe('an inspection under way', () => {
  it('lacks what is not answered, and words after a no', () => {
    const answers = [{ answer: 'yes' as const, note: '' }, { answer: null, note: '' }, { answer: 'no' as const, note: ' ' }, { answer: 'no' as const, note: '堵住' }, { answer: 'not_applicable' as const, note: '' }];
    expect(lacking({ id: '1', answers })).toEqual([1, 2]);
    expect(lacking({ id: '1', answers: [] })).toEqual([]);
  });

  it('is offered for my checklists alone', () => {
    const checklist = { id: '1', name: '日检', inspector: 'duty_head' as const, per: 'day' as const, times: 2, items: [] };
    const one = { checklist, done: 0, required: 2, state: 'open' as const, mine: true };
    const found = { school_id: '1', date: '2026-11-23', kind: 'school_day' as const, as_known_at: '2026-11-23T00:00:00Z', items: [one, { ...one, mine: false }] };
    expect(mine(found)).toEqual([one]);
    expect(mine(null)).toEqual([]);
  });
});
