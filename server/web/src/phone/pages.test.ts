import { describe, expect, it } from 'vitest';
import { notes, page, stranger } from './pages';
import { before, facts, here, model, ms } from './testing';

const who = { id: 'w1', name: '王芳', signedIn: true };
const OFF = { on: false, since: null, until: null };

describe('the page', () => {
  it.each<[string, Parameters<typeof page>, string]>([
    ['an unknown code', [{ problem: { code: 'unknown_code' } }, who], 'unknown'],
    ['another refusal', [{ problem: { code: 'malformed_query', status: 400 } }, who], 'failed'],
    ['a server that is busy: the tap is saved', [{ problem: { code: 'too_many_requests', status: 429 } }, who], 'post'],
    ['a database that is away', [{ problem: { code: 'database_unavailable', status: 503 } }, who], 'post'],
    ['a replaced sign, signed in or not', [{ facts: facts({ state: 'replaced' }), cached: false }, null], 'replaced'],
    ['a closed post', [{ facts: facts({ state: 'post_closed' }), cached: false }, who], 'closed'],
    ['nobody signed in', [{ facts: facts(), cached: false }, null], 'sign_in'],
    ['a post', [{ facts: facts(), cached: false }, who], 'post'],
    ['a session that ended', [{ facts: facts(), cached: false }, { ...who, signedIn: false }], 'post'],
    ['no network', [null, who], 'post'],
  ])('of %s', (_, args, kind) => expect(page(...args).kind).toBe(kind));
});

describe('the notes', () => {
  const of = (parts: Partial<Parameters<typeof notes>[0]>) => notes({ facts: facts(), who, profile: model().profile, here: here(), at: OFF, now: ms('07:30:00'), ...parts });
  it.each<[string, Partial<Parameters<typeof notes>[0]>, string[]]>([
    ['nothing to say', {}, []],
    ['too early', { facts: facts({ window: before }), now: ms('06:40:00') }, ['early']],
    ['time to be on post, the facts are old', { facts: facts({ window: before }), now: ms('07:05:00') }, []],
    ['no window today', { facts: facts({ window: null }) }, ['no_window']],
    ['already here', { at: { on: true, since: 0, until: 1 } }, ['here']],
    ['recorded elsewhere', { here: here({}, { elsewhere: { checkpoint: { id: 'p2', name: '西门' }, until: '' } }) }, ['elsewhere']],
    ['no network', { facts: null, here: null }, ['blind']],
    ['the session ended', { who: { ...who, signedIn: false }, here: null }, ['session_over']],
    ['nothing to do with the school', { here: 'strange', profile: null }, ['wrong_school']],
    ['no role there', { here: here({ roles: [] }) }, ['wrong_school']],
  ])('%s', (_, parts, expected) => expect(of(parts)).toEqual(expected));

  it('a membership that waits is told from none', () => {
    const profile = model().profile;
    const waits = profile && { ...profile, memberships: profile.memberships.map((one) => ({ ...one, state: 'pending' as const })) };
    expect(stranger({ facts: facts(), profile: waits, here: here({ roles: [] }) })).toBe('pending');
  });
  it('before the server has answered nobody is called a stranger', () => expect(stranger({ facts: facts(), profile: null, here: null })).toBeNull());
});
