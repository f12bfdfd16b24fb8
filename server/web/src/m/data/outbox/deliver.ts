/** How each kind of letter is delivered. Settles once the server has all of it; throws what was refused, or what the network did. */
import { api, ApiError, inNameOf, ok } from '@/api/client';
import type { Hazard } from '@/shared/hazard';
import { putPhoto } from '@/shared/photo';
import { elapsed, pageClock } from '@/shared/queue/clock';
import { myPatrols } from '../patrol';
import { knowsNow, serverNow } from '../server_now';
import type { EndLetter, HazardLetter, Letter } from './letter';

/** Longer than a report may take, and a photo on a slow network. */
const PATIENCE = 25_000;
const PATIENCE_PHOTO = 120_000;

/** Whether the server has said that it does not want it: sent again as it is, it would be refused again. */
export function isRefusal(cause: unknown): cause is ApiError {
  // A portal of a hotel or a train answers with whatever it likes, but knows no code of ours.
  if (!(cause instanceof ApiError) || cause.problem?.code === undefined) return false;
  return cause.status >= 400 && cause.status < 500 && ![401, 408, 429].includes(cause.status);
}

/** A request that ends after a while even if nobody answers. */
async function within<T>(patience: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), patience);
  try {
    return await call(end.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps a change of the letter that is being delivered. */
type Keep<L extends Letter> = (change: Partial<L>) => Promise<void>;

const report = ({ person, school, body }: HazardLetter): Promise<Hazard> =>
  within(PATIENCE, (signal) => ok(api.POST('/api/v1/schools/{id}/hazards', { params: { path: { id: school } }, body, headers: inNameOf(person), signal })));

/** The report first, then its photos one by one; a photo that is refused holds up none of the others. */
async function deliverHazard(letter: HazardLetter, keep: Keep<HazardLetter>): Promise<void> {
  if (letter.number === null) await keep({ number: (await report(letter)).number });
  let left = letter.photos;
  let refusal: ApiError | null = null;
  for (const { id, bytes } of letter.photos) {
    try {
      const file = new Blob([bytes], { type: 'image/jpeg' });
      await within(PATIENCE_PHOTO, (signal) => putPhoto(letter.id, { id, file }, { headers: inNameOf(letter.person), signal }));
      left = left.filter((one) => one.id !== id);
      await keep({ photos: left });
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
      refusal = cause;
    }
  }
  if (refusal !== null) throw refusal;
}

/** When something was said, by the server's clock. */
export function saidAt(said: EndLetter['said']): string {
  const since = elapsed(said, pageClock) ?? Math.max(0, pageClock.wall() - said.tapped);
  return new Date(serverNow() - since).toISOString();
}

/** Said without a network, its moment is told by the server's clock as soon as that is known, and is the same from then on. */
async function deliverEnd(letter: EndLetter, keep: Keep<EndLetter>): Promise<void> {
  if (letter.at === null && !knowsNow()) await myPatrols();
  const at = letter.at ?? saidAt(letter.said);
  if (letter.at === null) await keep({ at });
  const { id, route, reason, person } = letter;
  await within(PATIENCE, (signal) => ok(api.POST('/api/v1/patrol-routes/{id}/ends', { params: { path: { id: route } }, body: { id, at, reason }, headers: inNameOf(person), signal })));
}

export function deliver(letter: Letter, keep: Keep<Letter>): Promise<void> {
  return letter.kind === 'hazard' ? deliverHazard(letter, keep) : deliverEnd(letter, keep);
}
