/** The published API, typed. Signs requests, and refreshes the session when its access token has run out. */
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';
import { lang, tag } from '@/shared/lang';
import { renewed, session } from '@/shared/session';

/** What the server answers when it refuses: `code` is stable, `title` a sentence for the reader. */
export type Problem = components['schemas']['ProblemBody'];

/** A refusal or a failure, as an error that can be thrown. `status` is 0 if no answer came. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  /** Seconds to wait before trying again, if the server said. */
  readonly retryAfter: number | null;

  constructor(status: number, problem: Problem | null, retryAfter: number | null = null) {
    super(problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get code(): string {
    return this.problem?.code ?? 'network';
  }
}

const signing: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', tag(lang()));
    const access = session()?.access;
    if (access !== undefined && !request.headers.has('Authorization')) {
      request.headers.set('Authorization', `Bearer ${access}`);
    }
    return request;
  },
};

/**
 * Sends; with an access token that ran out, refreshes once and sends again. Not if somebody else has signed in meanwhile, in another
 * tab perhaps: what one person asked for never goes out in the name of another.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const before = session();
  const answer = await fetch(request);
  const spent = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1];
  if (answer.status !== 401 || spent === undefined) return answer;
  const fresh = await renewed(spent);
  if (fresh === null || before?.access !== spent || before.person.id !== fresh.person.id) return answer;
  again.headers.set('Authorization', `Bearer ${fresh.access}`);
  return await fetch(again);
}

/** The header of a request in the name of one person; as with a session that is over if that person is not the one signed in. */
export function inNameOf(person: string): { Authorization: string } {
  const now = session();
  if (now?.person.id !== person) throw new ApiError(401, null);
  return { Authorization: `Bearer ${now.access}` };
}

export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });
api.use(signing);

/** The body of a good answer; throws {@link ApiError} for anything else. */
export async function ok<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let done;
  try {
    done = await call;
  } catch {
    throw new ApiError(0, null);
  }
  if (done.response.ok) return done.data as T;
  const seconds = Number(done.response.headers.get('Retry-After') ?? NaN);
  const problem = typeof done.error === 'object' ? (done.error as Problem | null) : null;
  throw new ApiError(done.response.status, problem, Number.isFinite(seconds) ? seconds : null);
}
