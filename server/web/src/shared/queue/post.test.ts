import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forget, keep } from '@/shared/session';
import { post } from './post';
import type { Wire } from './types';

type Reply = () => Response;
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => () =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
const problem = (status: number, code: string, headers = {}) => json(status, { code, title: code, status, type: '' }, headers);
const good = json(200, { results: [] });
const tokens = (access: string, id = 'wang', expires_in = 900) => ({ access_token: access, refresh_token: `r ${access}`, expires_in, person: { id, name: '王芳' } });

let replies: Reply[];
let asked: { path: string; as: string | null }[];

beforeEach(() => {
  replies = [];
  asked = [];
  keep(tokens('a1'));
  vi.stubGlobal('navigator', { language: 'zh-CN' });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ path, as: new Headers(init.headers).get('Authorization') });
    const reply = replies.shift();
    return reply === undefined ? Promise.reject(new TypeError('no network')) : Promise.resolve(reply());
  });
});
afterEach(() => {
  forget();
  vi.unstubAllGlobals();
});

const send = () => post('wang', () => [{ id: '1' } as Wire]);

describe('what an answer means', () => {
  it.each<[string, Reply, unknown]>([
    ['results', json(200, { results: [{ id: '1' }] }), { kind: 'results', results: [{ id: '1' }] }],
    ['the page of a portal', () => new Response('<html>', { status: 200 }), { kind: 'later', after: null }],
    ['busy', problem(503, 'busy', { 'Retry-After': '5' }), { kind: 'later', after: 5 }],
    ['too many requests', problem(429, 'too_many_requests', { 'Retry-After': '9' }), { kind: 'later', after: 9 }],
    ['too slow', problem(408, 'request_too_slow'), { kind: 'later', after: null }],
    ['a gateway', () => new Response('bad gateway', { status: 502 }), { kind: 'later', after: null }],
    ['a proxy that refuses', () => new Response('no', { status: 403 }), { kind: 'later', after: null }],
    ['too large', problem(413, 'body_too_large'), { kind: 'too_large' }],
    ['malformed', problem(400, 'malformed_json'), { kind: 'refused', refusal: { code: 'malformed_json', title: 'malformed_json' } }],
    ['unusable', problem(422, 'check_ins_count'), { kind: 'refused', refusal: { code: 'check_ins_count', title: 'check_ins_count' } }],
  ])('%s', async (_, reply, expected) => {
    replies = [reply];
    expect(await send()).toEqual(expected);
  });

  it('no answer', async () => expect(await send()).toEqual({ kind: 'later', after: null }));
});

describe('the session', () => {
  it('is refreshed once when the access token has run out', async () => {
    replies = [problem(401, 'access_token_expired'), json(200, tokens('a2')), good];
    expect((await send()).kind).toBe('results');
    expect(asked.map(({ as }) => as)).toEqual(['Bearer a1', null, 'Bearer a2']);
  });
  it('is refreshed before, if it has run out by this clock', async () => {
    keep(tokens('a1', 'wang', -1));
    replies = [json(200, tokens('a2')), good];
    await send();
    expect(asked.map(({ path }) => path)).toEqual(['/api/v1/sessions/refresh', '/api/v1/check-ins']);
  });
  it('that has ended asks for a sign-in', async () => {
    replies = [problem(401, 'session_ended'), problem(401, 'session_ended')];
    expect(await send()).toEqual({ kind: 'sign_in' });
  });
  it('of nobody or of somebody else sends nothing', async () => {
    forget();
    expect(await send()).toEqual({ kind: 'sign_in' });
    keep(tokens('b1', 'li'));
    expect(await send()).toEqual({ kind: 'sign_in' });
    expect(asked).toEqual([]);
  });
  it('that another person took over meanwhile sends nothing more', async () => {
    replies = [
      () => {
        keep(tokens('b1', 'li'));
        return problem(401, 'access_token_expired')();
      },
    ];
    expect(await send()).toEqual({ kind: 'sign_in' });
    expect(asked).toHaveLength(1);
  });
  it('a refresh without network is no end of the session', async () => {
    replies = [problem(401, 'access_token_expired')];
    expect(await send()).toEqual({ kind: 'later', after: null });
  });
});
