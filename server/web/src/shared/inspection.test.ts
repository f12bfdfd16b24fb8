import { describe, expect, it } from 'vitest';
import { markOfAnswer, markOfDue, sentenceOf, type Applying } from './inspection';

const due = (times: number, per: 'day' | 'month', done: number, required: number, state: Applying['state']): Applying => ({
  checklist: { id: '1', name: '日检', inspector: 'duty_head', per, times, items: [] }, done, required, state, mine: true,
});

describe('what is due', () => {
  it('is told by the day, by the month, or as not asked for', () => {
    expect(sentenceOf(due(2, 'day', 1, 2, 'open'))).toBe('day');
    expect(sentenceOf(due(2, 'month', 2, 2, 'done'))).toBe('month');
    expect(sentenceOf(due(2, 'day', 0, 0, 'not_required'))).toBe('notAsked');
    expect(sentenceOf(due(2, 'day', 0, 2, 'unknown'))).toBe('unknown');
    expect(sentenceOf(due(0, 'day', 0, 0, 'not_required'))).toBe('whenever');
    expect(sentenceOf(due(0, 'day', 3, 0, 'not_required'))).toBe('made');
  });

  it('has a shape for each state, and never the red of a gap', () => {
    const marks = (['done', 'open', 'missed', 'not_required', 'unknown'] as const).map(markOfDue);
    expect(new Set(marks).size).toBe(5);
    expect([...marks, markOfAnswer('no')]).not.toContain('gap');
  });
});
