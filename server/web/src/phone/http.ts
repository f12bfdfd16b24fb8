/** The published API, as far as the phone page needs it: a few lines in place of a library, for the sake of the bytes. */
import type { components } from '@/api/schema';
import { lang, tag } from '@/shared/lang';
import { renewed, session } from '@/shared/session';

export type Schemas = components['schemas'];
export type Problem = Schemas['ProblemBody'];

/** A refusal, or no answer at all (`status` 0). The message is for the reader. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, problem: Partial<Problem> | null) {
    super(problem?.title ?? '');
    this.status = status;
    this.code = problem?.code ?? 'network';
  }
}

const PATIENCE = 20_000;

async function send(method: string, path: string, body: unknown, access: string | undefined): Promise<Response> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), PATIENCE);
  const headers: Record<string, string> = { 'Accept-Language': tag(lang()) };
  if (access !== undefined) headers['Authorization'] = `Bearer ${access}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(`/api/v1${path}`, { method, headers, signal: end.signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  } finally {
    clearTimeout(timer);
  }
}

/** Asks under the session, if there is one, refreshed once if its access token has run out. */
async function signed(method: string, path: string, body: unknown): Promise<Response> {
  const now = session();
  const answer = await send(method, path, body, now?.access);
  if (answer.status !== 401 || now === null) return answer;
  const fresh = await renewed(now.access);
  return fresh === null ? answer : await send(method, path, body, fresh.access);
}

async function read<T>(asked: Promise<Response>): Promise<T> {
  let answer: Response;
  let body: unknown;
  try {
    answer = await asked;
    body = answer.status === 204 || answer.status === 202 ? null : await answer.json();
  } catch {
    throw new Failure(0, null);
  }
  if (!answer.ok) throw new Failure(answer.status, body as Partial<Problem> | null);
  return body as T;
}

/** The answer's body; throws {@link Failure}. */
export function get<T>(path: string): Promise<T> {
  return read<T>(signed('GET', path, undefined));
}

/** The same for `POST` and `DELETE`. `open` requests carry no session: signing in and joining anew. */
export function post<T>(path: string, body: unknown, open = false): Promise<T> {
  return read<T>(open ? send('POST', path, body, undefined) : signed('POST', path, body));
}

export function remove(path: string): Promise<null> {
  return read<null>(signed('DELETE', path, undefined));
}
