import { describe, expect, it } from 'vitest';
import type { Facts } from '../checklist/checklist';
import { canOpen, isDone, nextStep, NOTHING_SEEN, shownStep, STEPS } from './steps';

const bare: Facts = { placed: false, posts: [], windows: [], duties: [], roles: [], stationed: null, heads: 0, members: 0, pending: 0, openInvites: 0, unprinted: null, calendarDue: [] };
const made: Facts = { ...bare, placed: true, posts: [{ id: 'c', name: '校门', warned: false, officer: false }], windows: [{ kind: 'drop_off' }], duties: [{ checkpoint: 'c', roles: ['guard'] }] };

describe('the assistant', () => {
  it('begins with the school, and nothing else opens before it', () => {
    expect(nextStep(null, NOTHING_SEEN)).toBe('school');
    expect(STEPS.filter((step) => canOpen(step, null, NOTHING_SEEN))).toEqual(['school']);
  });
  it('goes on where the facts say, step by step', () => {
    expect(nextStep(bare, NOTHING_SEEN)).toBe('place');
    expect(nextStep({ ...bare, placed: true }, NOTHING_SEEN)).toBe('template');
    expect(nextStep(made, NOTHING_SEEN)).toBe('times');
    expect(nextStep(made, { ...NOTHING_SEEN, times: true })).toBe('invites');
    expect(nextStep({ ...made, openInvites: 1 }, { ...NOTHING_SEEN, times: true })).toBe('print');
  });
  it('takes a place that the server could not keep', () => {
    expect(nextStep({ ...bare, placed: null }, { ...NOTHING_SEEN, placed: true })).toBe('template');
  });
  it('is done when the signs are printed, as the server tells or as was said here', () => {
    expect(isDone('print', { ...made, unprinted: [] }, NOTHING_SEEN)).toBe(true);
    expect(isDone('print', { ...made, unprinted: ['校门'] }, NOTHING_SEEN)).toBe(false);
    expect(isDone('print', made, { ...NOTHING_SEEN, printed: true })).toBe(true);
    expect(isDone('print', { ...bare, unprinted: [] }, NOTHING_SEEN)).toBe(false);
  });
  it('shows what is asked for only if it can be worked on', () => {
    expect(shownStep('print', bare, NOTHING_SEEN)).toBe('place');
    expect(shownStep('print', made, NOTHING_SEEN)).toBe('print');
    expect(shownStep('nonsense', made, NOTHING_SEEN)).toBe('times');
  });
});
