/** The session of this device, shared by the phone page, the phone app and the desk, and by all tabs. */
import type { components } from '@/api/schema';

type SignedIn = components['schemas']['SignedInBody'];

/** What is kept. `expiresAt` is by this device's clock, milliseconds; a wrong clock only costs a refresh. */
export interface Session {
  access: string;
  refresh: string;
  expiresAt: number;
  person: { id: string; name: string };
}

const KEY = 'huxue.session';
let memory: Session | null = null;

/** The session, if somebody is signed in. Read anew each time: another tab may have refreshed it or ended it. */
export function session(): Session | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : (JSON.parse(text) as Session);
  } catch {
    return memory;
  }
}

/** Keeps a session as the server answered it. */
export function keep(answer: SignedIn): Session {
  const kept: Session = {
    access: answer.access_token,
    refresh: answer.refresh_token,
    expiresAt: Date.now() + answer.expires_in * 1000,
    person: { id: answer.person.id, name: answer.person.name },
  };
  memory = kept;
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without storage the session lasts as long as the page.
  }
  return kept;
}

/** Forgets the session. The queue of check-ins stays: it belongs to the person and goes out when they sign in again. */
export function forget(): void {
  memory = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

let refreshing: Promise<Session | null> | null = null;

/**
 * A session other than the one with `spent`, by one refresh at a time over all tabs: a refresh token is good once, and one
 * that comes back a second time ends the session. `null` if the session is over; throws when the network fails.
 */
export function renewed(spent: string): Promise<Session | null> {
  refreshing ??= alone(() => renew(spent)).finally(() => (refreshing = null));
  return refreshing;
}

async function alone<T>(work: () => Promise<T>): Promise<T> {
  // A WebView without locks has one tab.
  return 'locks' in navigator ? await navigator.locks.request('huxue.session', work) : await work();
}

async function renew(spent: string): Promise<Session | null> {
  const current = session();
  if (current === null || current.access !== spent) return current;
  const answer = await fetch('/api/v1/sessions/refresh', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ refresh_token: current.refresh }),
  });
  if (answer.ok) return keep((await answer.json()) as SignedIn);
  if (answer.status !== 401) throw new TypeError(`refresh: ${answer.status}`);
  forget();
  return null;
}
