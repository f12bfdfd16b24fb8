/** Which page this is, from its address: a post's by a code, or an invite's. */
import { recall, remember } from './remember';

export type Route = { page: 'post'; code: string; short: boolean } | { page: 'join'; token: string };

/** The address of the post that was open last, for the way back from joining. */
export interface LastPost {
  path: string;
  name: string | null;
  at: number;
}

const DAY = 24 * 3600 * 1000;

/** Reads `/c/CODE` (in any case) and `/join/TOKEN`. A code of eight characters was typed, any other one scanned. */
export function route(path: string): Route {
  const [, first = '', rest = ''] = /^\/([^/]*)\/?([^/]*)/.exec(path) ?? [];
  const text = decoded(rest);
  if (first.toLowerCase() === 'join') return { page: 'join', token: text };
  return { page: 'post', code: text, short: text.replace(/[\s-]/g, '').length <= 8 };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The token in an invite's link as somebody pasted it, or null. */
export function inviteToken(text: string): string | null {
  return /\/join\/([^/?#\s]+)/i.exec(text)?.[1] ?? null;
}

export function rememberPost(path: string, name: string | null): void {
  remember('post', { path, name, at: Date.now() } satisfies LastPost);
}

/** The post of today that was open last. */
export function lastPost(): LastPost | null {
  const last = recall<LastPost>('post');
  return last !== null && Date.now() - last.at < DAY ? last : null;
}
