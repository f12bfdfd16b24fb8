/** What was last known, kept on this phone for when the network is away. It is forgotten when the person signs out. */
import { session } from '@/shared/session';

const PREFIX = 'huxue.m.known.';

/** Something known, and when it was learnt by this phone's clock. */
export interface Known<T> {
  at: number;
  value: T;
}

/** What the person who is signed in was last shown under this key. */
export function recall<T>(key: string): Known<T> | null {
  try {
    const text = localStorage.getItem(place(key));
    return text === null ? null : (JSON.parse(text) as Known<T>);
  } catch {
    return null;
  }
}

/** Keeps what was learnt, if the phone lets it. */
export function remember<T>(key: string, value: T, at = Date.now()): void {
  try {
    localStorage.setItem(place(key), JSON.stringify({ at, value }));
  } catch {
    // Without storage, or with a full one, the network is needed again.
  }
}

/** Forgets what was kept under a key. */
export function forgetOne(key: string): void {
  try {
    localStorage.removeItem(place(key));
  } catch {
    // It was not kept.
  }
}

/** Forgets everything that was learnt for anybody. The queue of check-ins is elsewhere and stays. */
export function forgetKnown(): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
    for (const key of keys) if (key?.startsWith(PREFIX) === true) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function place(key: string): string {
  return `${PREFIX}${session()?.person.id ?? '-'}.${key}`;
}
