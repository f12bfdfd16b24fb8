/** One request with check-ins, and what its answer means for the queue. */
import { lang, tag } from '@/shared/lang';
import { renewed, session } from '@/shared/session';
import { retryAfter } from './back_off';
import type { Refusal, Result, Wire } from './types';

export type Answer =
  | { kind: 'results'; results: Result[] }
  /** No answer, or one that says nothing of the items: keep all. `after` seconds if the server said. */
  | { kind: 'later'; after: number | null }
  /** The session is over, or it is somebody else's: keep all. */
  | { kind: 'sign_in' }
  | { kind: 'too_large' }
  /** The request as a whole was refused. */
  | { kind: 'refused'; refusal: Refusal };

const PATIENCE = 25_000;
const LATER: Answer = { kind: 'later', after: null };

async function send(access: string, items: Wire[]): Promise<Response> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), PATIENCE);
  try {
    return await fetch('/api/v1/check-ins', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': tag(lang()), Authorization: `Bearer ${access}` },
      body: JSON.stringify({ check_ins: items }),
      signal: end.signal,
    });
  } finally {
    clearTimeout(timer);
  }
}

async function meaning(response: Response): Promise<Answer> {
  const body = (await response.json().catch(() => null)) as { results?: Result[]; code?: string; title?: string } | null;
  // A portal of a hotel or a train answers 200 with a page of its own.
  if (response.status === 200) return Array.isArray(body?.results) ? { kind: 'results', results: body.results } : LATER;
  if (response.status === 413) return { kind: 'too_large' };
  if ((response.status === 400 || response.status === 422) && typeof body?.code === 'string') {
    return { kind: 'refused', refusal: { code: body.code, title: body.title ?? body.code } };
  }
  return { kind: 'later', after: retryAfter(response.headers.get('Retry-After'), Date.now()) };
}

/**
 * Sends check-ins of `person`, under a session of that person and no other's. `items` is called for each sending, because
 * each carries its own clocks.
 */
export async function post(person: string, items: () => Wire[]): Promise<Answer> {
  try {
    let now = session();
    // By this device's clock; a wrong one costs a refresh, a right one saves a refused request.
    if (now !== null && now.person.id === person && now.expiresAt < Date.now() + 5000) now = await renewed(now.access);
    if (now === null || now.person.id !== person) return { kind: 'sign_in' };
    let response = await send(now.access, items());
    if (response.status === 401) {
      // Another tab may have signed somebody else in meanwhile.
      const fresh = await renewed(now.access);
      if (fresh === null || fresh.person.id !== person) return { kind: 'sign_in' };
      response = await send(fresh.access, items());
      if (response.status === 401) return { kind: 'sign_in' };
    }
    return await meaning(response);
  } catch {
    return LATER;
  }
}
