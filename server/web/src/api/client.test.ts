import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, inNameOf, ok } from './client';

const signIn = (person: string, access: string) =>
  localStorage.setItem('huxue.session', JSON.stringify({ access, refresh: 'r', expiresAt: 0, person: { id: person, name: person } }));
const expired = () => Response.json({ code: 'access_token_expired', title: '' }, { status: 401 });
const asked: (string | null)[] = [];

/** The server refuses what is spent; `meanwhile` happens before it says so. */
function serve(meanwhile: () => void): void {
  asked.length = 0;
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('fetch', (request: Request | string) => {
    if (typeof request === 'string') return Promise.resolve(Response.json({ access_token: 'new', refresh_token: 'r2', expires_in: 900, person: { id: 'wang', name: '' } }));
    const as = request.headers.get('Authorization');
    asked.push(as);
    if (as !== 'Bearer spent') return Promise.resolve(Response.json({}));
    meanwhile();
    return Promise.resolve(expired());
  });
}

afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
});

describe('a request whose token has run out', () => {
  it('goes out again under the next one', async () => {
    signIn('wang', 'spent');
    serve(() => undefined);
    await ok(api.GET('/api/v1/me'));
    expect(asked).toEqual(['Bearer spent', 'Bearer new']);
  });

  it('goes out again under one that another tab got', async () => {
    signIn('wang', 'spent');
    serve(() => signIn('wang', 'other tab'));
    await ok(api.GET('/api/v1/me'));
    expect(asked).toEqual(['Bearer spent', 'Bearer other tab']);
  });

  it('never goes out in the name of somebody else', async () => {
    signIn('wang', 'spent');
    serve(() => signIn('li', 'of li'));
    await expect(ok(api.GET('/api/v1/me'))).rejects.toMatchObject({ status: 401 });
    expect(asked).toEqual(['Bearer spent']);
  });
});

describe('in the name of', () => {
  it('the person who is signed in, and nobody else', () => {
    signIn('wang', 'a');
    expect(inNameOf('wang')).toEqual({ Authorization: 'Bearer a' });
    expect(() => inNameOf('li')).toThrow(expect.objectContaining({ status: 401 }));
  });
});
