import { describe, expect, it } from 'vitest';
import { gradeNow, leavesEarly, nextVerb, otherVerbs, standing, timeOnPost } from './standing';
import { at, facts, graded, here, item, ms } from './testing';

const { window } = facts();
const now = ms('07:40:00');
const on = here({}, { on_post_until: at('08:10:00'), stays: [{ from: at('07:25:00'), to: at('08:10:00'), role: 'parent', grade: 'likely' }] });

describe('standing', () => {
  it('is off without any evidence', () => expect(standing([], null, now, 0).on).toBe(false));
  it('is what the server says', () => expect(standing([], on, now, 0)).toEqual({ on: true, since: ms('07:25:00'), until: ms('08:10:00') }));
  it('began with the first of the rows that touch', () => {
    const row = (from: string, to: string, grade: 'likely' | 'claimed') => ({ from: at(from), to: at(to), role: 'parent' as const, grade });
    const stays = [row('06:00:00', '06:45:00', 'likely'), row('07:00:00', '07:20:00', 'claimed'), row('07:20:00', '08:05:00', 'likely')];
    const known = here({}, { on_post_until: at('08:05:00'), stays });
    expect(standing([], known, now, 0).since).toBe(ms('07:00:00'));
    expect([gradeNow(known, ms('07:10:00')), gradeNow(known, now), gradeNow(known, ms('09:00:00'))]).toEqual(['claimed', 'likely', null]);
  });
  it('ends with the hold', () => expect(standing([], on, ms('08:10:00'), 0).on).toBe(false));
  it('takes a saved tap at its word', () => expect(standing([item()], null, now, 0)).toEqual({ on: true, since: ms('07:31:04'), until: ms('08:16:04') }));
  it('prolongs a stay that ran already', () => expect(standing([item()], on, now, 0)).toMatchObject({ since: ms('07:25:00'), until: ms('08:16:04') }));
  it.each(['contradicted', 'rejected'] as const)('opens nothing by what is %s', (grade) => expect(standing([graded(grade)], null, now, 0).on).toBe(false));
  it('opens nothing by a dead letter', () => expect(standing([item({ state: 'dead' })], null, now, 0).on).toBe(false));
  it('ends with a later leave, whatever its grade unless rejected', () => {
    const left = (grade: 'contradicted' | 'rejected') => graded(grade, { tapped: ms('07:35:00') }, 'leave');
    expect(standing([item(), item({ tapped: ms('07:35:00') }, 'leave')], null, now, 0).on).toBe(false);
    expect(standing([item(), left('contradicted')], null, now, 0).on).toBe(false);
    expect(standing([item(), left('rejected')], null, now, 0).on).toBe(true);
  });
  it('leaves what the server knows better to the server', () => {
    const later = here({ now: at('07:39:00') });
    expect(standing([item()], later, now, 0).on).toBe(false);
  });
  it('corrects the phone’s clock', () => expect(standing([item({ tapped: ms('03:31:04') })], null, now, 4 * 3600_000).on).toBe(true));
});

describe('the verb', () => {
  const off = { on: false, since: null, until: null };
  const stands = { on: true, since: null, until: null };
  it.each<[string, Parameters<typeof nextVerb>, string]>([
    ['not on post', [off, window, now], 'arrive'],
    ['not on post, no window', [off, null, now], 'arrive'],
    ['on post while the window runs', [stands, window, now], 'still_here'],
    ['on post before the window', [stands, window, ms('07:10:00')], 'still_here'],
    ['on post in its last minutes', [stands, window, ms('07:56:00')], 'leave'],
    ['on post after it', [stands, window, ms('08:05:00')], 'leave'],
    ['on post without one', [stands, null, now], 'leave'],
    ['on post, and no window is known', [stands, undefined, now], 'still_here'],
  ])('%s', (_, args, verb) => expect(nextVerb(...args)).toBe(verb));

  it('leaves the others reachable', () => expect(otherVerbs('still_here')).toEqual(['arrive', 'leave']));
  it('asks before leaving while the window runs, and not near its end or outside it', () => {
    expect(leavesEarly(window, now)).toBe(true);
    expect(leavesEarly(window, ms('07:59:30'))).toBe(false);
    expect(leavesEarly(window, ms('06:00:00'))).toBe(false);
    expect(leavesEarly(null, now)).toBe(false);
    expect(leavesEarly(undefined, now)).toBe(true);
  });
});

it('time on post ends with now', () => expect(timeOnPost(on, now)).toBe(15 * 60_000));
