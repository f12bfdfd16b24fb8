import { lang, tag } from '@/shared/lang';
import type { Asked } from './keeper';
import type { Showing } from './showing';

const PATIENCE = 8000;

/** Asks what a screen shows. The screen has no session: the secret in its address is its proof. Never rejects. */
export async function ask(token: string): Promise<Asked> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), PATIENCE);
  try {
    const headers = { 'Accept-Language': tag(lang()) };
    const answer = await fetch(`/api/v1/screens/${encodeURIComponent(token)}`, { headers, cache: 'no-store', signal: end.signal });
    if (answer.ok) return { kind: 'showing', showing: (await answer.json()) as Showing };
    if (answer.status === 404) return { kind: 'unknown_screen' };
    const after = Number(answer.headers.get('Retry-After') ?? NaN);
    return { kind: 'failed', after: Number.isFinite(after) ? after : null };
  } catch {
    return { kind: 'failed', after: null };
  } finally {
    clearTimeout(timer);
  }
}
