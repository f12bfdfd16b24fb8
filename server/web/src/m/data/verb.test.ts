import { describe, expect, it } from 'vitest';
import type { Item } from '@/shared/queue/types';
import type { Here } from './mine';
import { lastHere, nextVerb, otherVerbs, standsNow } from './verb';

const NOW = 1_800_000_000_000;

function item(more: Omit<Partial<Item>, 'content'> & { kind?: Item['content']['kind']; code?: string } = {}): Item {
  const { kind = 'arrive', code = 'CODE', ...rest } = more;
  return { id: 'i', tapped: NOW, state: 'accepted', result: { grade: 'likely', checkpoint: { id: 'p', name: '东门' } }, content: { kind, code, short_code: null }, ...rest } as Item;
}

const here = (until: string | null): Here => ({ date: '', hold_minutes: 45, now: '', roles: [], others: [], me: { stays: [], on_post_until: until, again_by: null, elsewhere: null } });

describe('nextVerb', () => {
  it('believes the server over the phone', () => {
    expect(nextVerb(here(null), item(), false, NOW)).toBe('arrive');
    expect(nextVerb(here('2026-11-23T08:00:00+08:00'), null, false, NOW)).toBe('still_here');
    expect(nextVerb(here('2026-11-23T08:00:00+08:00'), null, true, NOW)).toBe('leave');
  });

  it('without the server, goes by the last tap here while it may hold', () => {
    expect(nextVerb(null, null, false, NOW)).toBe('arrive');
    expect(nextVerb(null, item(), false, NOW)).toBe('still_here');
    expect(nextVerb(null, item({ state: 'saved', result: null }), false, NOW)).toBe('still_here');
    expect(nextVerb(null, item({ kind: 'leave' }), false, NOW)).toBe('arrive');
    expect(nextVerb(null, item(), false, NOW + 46 * 60_000)).toBe('arrive');
  });

  it('does not count what was refused or proves nothing', () => {
    expect(nextVerb(null, item({ state: 'dead' }), false, NOW)).toBe('arrive');
    expect(nextVerb(null, item({ state: 'received', result: { grade: 'contradicted' } as Item['result'] }), false, NOW)).toBe('arrive');
  });
});

describe('standsNow', () => {
  it.each([
    ['nowhere without a tap', [], null],
    ['by the last tap', [item({ id: 'last' }), item()], 'last'],
    ['nowhere after leaving', [item({ kind: 'leave' }), item()], null],
    ['past what was refused', [item({ state: 'dead' }), item({ id: 'before' })], 'before'],
    ['nowhere by what proves nothing', [item({ result: { grade: 'contradicted' } as Item['result'] })], null],
    ['by what is saved here alone', [item({ id: 'saved', state: 'saved', result: null })], 'saved'],
  ])('%s', (_, taps, id) => expect(standsNow(taps, NOW)?.id ?? null).toBe(id));

  it('no longer than a tap holds', () => expect(standsNow([item()], NOW + 46 * 60_000)).toBeNull());
});

describe('otherVerbs', () => {
  it('offers no second arrival to somebody on post, and no staying to somebody who has not come', () => {
    expect(otherVerbs('arrive')).toEqual(['leave']);
    expect(otherVerbs('still_here')).toEqual(['leave']);
    expect(otherVerbs('leave')).toEqual(['still_here']);
  });
});

describe('lastHere', () => {
  it('goes by the post that the server named, else by the code', () => {
    const elsewhere = item({ id: 'x', result: { grade: 'likely', checkpoint: { id: 'q', name: '西门' } } as Item['result'] });
    expect(lastHere([elsewhere, item()], 'CODE', 'p')?.id).toBe('i');
    expect(lastHere([item({ result: null })], 'CODE', null)?.id).toBe('i');
    expect(lastHere([item({ result: null, code: 'OTHER' })], 'CODE', 'p')).toBeNull();
  });
});
