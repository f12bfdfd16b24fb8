import { uuid7 } from './uuid';

const KEY = 'huxue.device';
let made: string | null = null;

/** This device's own id: random, made once, kept as long as the browser keeps it. It names no person. */
export function deviceId(): string {
  try {
    made ??= localStorage.getItem(KEY);
    made ??= uuid7();
    localStorage.setItem(KEY, made);
  } catch {
    // Without storage it lasts as long as the page.
    made ??= uuid7();
  }
  return made;
}
