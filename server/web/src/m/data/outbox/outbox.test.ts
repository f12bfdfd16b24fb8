import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from './letter';

interface Asked {
  path: string;
  as: string | null;
  body: string;
}
const asked: Asked[] = [];
/** What the server answers, in order; null for no network. When they run out, all is taken. */
const answers: (Response | null)[] = [];
const problem = (status: number, code: string, headers = {}) => Response.json({ code, title: code, status }, { status, headers });
const paths = () => asked.map((one) => one.path.replace('/api/v1', ''));

function signIn(id: string | null): void {
  if (id === null) localStorage.removeItem('huxue.session');
  else localStorage.setItem('huxue.session', JSON.stringify({ access: `of ${id}`, refresh: 'r', expiresAt: Date.now() + 1e6, person: { id, name: id } }));
}

/** A page that was just opened. */
async function page() {
  vi.resetModules();
  return await import('./outbox');
}

const hazard = (id: string, photos: string[] = []): Draft => ({
  kind: 'hazard', id, school: 's', number: null, photos: photos.map((photo) => ({ id: photo, bytes: new TextEncoder().encode(`photo ${photo}`).buffer })),
  body: { id, checkpoint_id: null, category: 'traffic', level: 'minor', description: '窨井盖破损', place: '' },
});

const end = (at: string | null, said = { tapped: Date.now(), life: 'gone', lifeMs: 0 }): Draft => ({ kind: 'patrol_end', id: 'e', route: 'r', routeName: '城关一线', reason: '接警出动', opened: null, said, at });
const bodies = () => asked.filter((one) => one.path.endsWith('/ends')).map((one) => JSON.parse(one.body) as { at: string });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('indexedDB', new IDBFactory());
  localStorage.clear();
  signIn('wang');
  asked.length = answers.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push({ path: new URL(request.url).pathname, as: request.headers.get('Authorization'), body: await request.clone().text() });
    const answer = answers.length > 0 ? answers.shift() : Response.json({ id: 'x', number: '2026-007' });
    if (answer === null || answer === undefined) throw new TypeError('no network');
    return answer;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const taken = () => Response.json({ id: 'x', number: '2026-007' });

describe('a hazard', () => {
  it('goes out with its photos, once', async () => {
    const outbox = await page();
    expect(await outbox.write(hazard('h', ['1', '2']))).toBe(true);
    await outbox.flush();
    await outbox.flush();
    expect(paths()).toEqual(['/schools/s/hazards', '/hazards/h/photos/1', '/hazards/h/photos/2']);
    expect(asked.map((one) => one.body).slice(1)).toEqual(['photo 1', 'photo 2']);
    expect([outbox.letters.value, outbox.arrived.value]).toMatchObject([[], { number: '2026-007' }]);
  });

  it('waits without a network, through a reload, and goes out by itself', async () => {
    const before = await page();
    answers.push(null);
    await before.write(hazard('h', ['1']));
    await before.flush();
    expect(before.letters.value).toMatchObject([{ state: 'saved', number: null }]);
    vi.clearAllTimers();
    const after = await page();
    await after.flush();
    expect(paths()).toEqual(['/schools/s/hazards', '/schools/s/hazards', '/hazards/h/photos/1']);
    expect(asked[0]?.body).toBe(asked[1]?.body);
    expect(after.letters.value).toEqual([]);
  });

  it('sends again only what did not arrive', async () => {
    const outbox = await page();
    answers.push(taken(), taken(), null);
    await outbox.write(hazard('h', ['1', '2', '3']));
    await outbox.flush();
    expect(outbox.letters.value).toMatchObject([{ number: '2026-007', photos: [{ id: '2' }, { id: '3' }] }]);
    await outbox.flush();
    expect(paths().slice(3)).toEqual(['/hazards/h/photos/2', '/hazards/h/photos/3']);
    expect(outbox.letters.value).toEqual([]);
  });

  it('that is refused stays with why, and is sent again only if asked', async () => {
    const outbox = await page();
    answers.push(problem(422, 'invalid_field'));
    await outbox.write(hazard('h', ['1']));
    await outbox.flush();
    await outbox.flush();
    expect(outbox.letters.value).toMatchObject([{ state: 'refused', refusal: { status: 422, problem: { code: 'invalid_field' } } }]);
    expect(asked).toHaveLength(1);
    await outbox.again('h');
    await outbox.flush();
    expect([asked.length, outbox.letters.value]).toEqual([3, []]);
  });

  it('can be thrown away once it was refused, and not before', async () => {
    const outbox = await page();
    answers.push(null, problem(404, 'not_found'));
    await outbox.write(hazard('h'));
    await outbox.flush();
    await outbox.discard('h');
    expect(outbox.letters.value).toHaveLength(1);
    await outbox.flush();
    await outbox.discard('h');
    expect(outbox.letters.value).toEqual([]);
  });

  it('keeps a photo that was refused, after the others', async () => {
    const outbox = await page();
    answers.push(taken(), problem(422, 'photo_unreadable'), taken());
    await outbox.write(hazard('h', ['1', '2']));
    await outbox.flush();
    expect(outbox.letters.value).toMatchObject([{ state: 'refused', number: '2026-007', photos: [{ id: '1' }], refusal: { problem: { code: 'photo_unreadable' } } }]);
    expect(paths()).toHaveLength(3);
  });

  it.each([
    ['busy', problem(503, 'photo_store_unavailable')], ['too many', problem(429, 'too_many_requests')], ['a slow body', problem(408, 'request_too_slow')],
    ['a portal that refuses', new Response('<html>', { status: 403 })], ['a portal that nods', new Response('<html>')],
  ])('waits: %s', async (_, answer) => {
    const outbox = await page();
    answers.push(answer);
    await outbox.write(hazard('h'));
    await outbox.flush();
    expect(outbox.letters.value).toMatchObject([{ state: 'saved', refusal: null }]);
  });
});

describe('the reason that ends a round', () => {
  it('is the same word however often it is sent', async () => {
    const outbox = await page();
    answers.push(null);
    await outbox.write(end('2026-11-23T07:21:04.000Z'));
    await outbox.flush();
    expect(outbox.ends.value).toHaveLength(1);
    await outbox.flush();
    expect(bodies()).toEqual(Array(2).fill({ id: 'e', at: '2026-11-23T07:21:04.000Z', reason: '接警出动' }));
    expect([outbox.ends.value, outbox.arrived.value?.id]).toEqual([[], 'e']);
  });

  it('gets its moment from the server’s clock if the phone did not know it, once', async () => {
    const outbox = await page();
    // The phone is an hour behind; it was said ten minutes ago.
    const now = () => Response.json({ now: new Date(Date.now() + 3_600_000).toISOString(), items: [] });
    answers.push(now(), null);
    await outbox.write(end(null, { tapped: Date.now() - 600_000, life: 'gone', lifeMs: 0 }));
    await outbox.flush();
    await outbox.flush();
    const [first, second] = bodies();
    expect(first).toEqual(second);
    expect(Math.abs(Date.parse(first?.at ?? '') - (Date.now() + 3_000_000))).toBeLessThan(5000);
    expect(paths()).toEqual(['/me/patrols', '/patrol-routes/r/ends', '/patrol-routes/r/ends']);
  });

  it('waits with its moment unknown while there is no network', async () => {
    const outbox = await page();
    answers.push(null);
    await outbox.write(end(null));
    await outbox.flush();
    expect([bodies(), outbox.ends.value[0]?.at]).toEqual([[], null]);
  });

  it('that is refused ends nothing', async () => {
    const outbox = await page();
    answers.push(problem(422, 'not_of_station'));
    await outbox.write(end('2026-11-23T07:21:04.000Z'));
    await outbox.flush();
    expect([outbox.ends.value, outbox.letters.value]).toMatchObject([[], [{ state: 'refused' }]]);
  });
});

describe('the outbox', () => {
  it('tries again later and later, and when the network comes back', async () => {
    const outbox = await page();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    outbox.keepFlushing();
    await outbox.flush();
    answers.push(null, null, null);
    await outbox.write(hazard('h'));
    await outbox.flush();
    for (const [tries, ms] of [[2, 2000], [3, 4000]] as const) {
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(asked).toHaveLength(tries - 1);
      await vi.advanceTimersByTimeAsync(1);
      await expect.poll(() => [asked.length, vi.getTimerCount()], { interval: 1 }).toEqual([tries, 1]);
    }
    dispatchEvent(new Event('online'));
    await outbox.flush();
    expect(outbox.letters.value).toEqual([]);
  });

  it('holds nothing up for one that the server stumbles over', async () => {
    const outbox = await page();
    answers.push(null);
    await outbox.write(hazard('a'));
    await outbox.flush();
    answers.push(problem(500, 'internal'));
    await outbox.write(hazard('b'));
    await outbox.flush();
    expect(outbox.letters.value.map((one) => one.id)).toEqual(['a']);
  });

  it('sends words before the photos that are left', async () => {
    const outbox = await page();
    answers.push(taken(), null);
    await outbox.write(hazard('a', ['1']));
    await outbox.flush();
    await outbox.write(hazard('b'));
    await outbox.flush();
    expect(paths().slice(2)).toEqual(['/schools/s/hazards', '/hazards/a/photos/1']);
  });

  it('of somebody else waits for them, and goes out in their name', async () => {
    const outbox = await page();
    answers.push(null);
    await outbox.write(hazard('h', ['1']));
    await outbox.flush();
    for (const other of [null, 'li']) {
      signIn(other);
      await outbox.flush();
    }
    expect([asked.length, outbox.letters.value.length, outbox.foreignLetters.value.length]).toEqual([1, 0, 1]);
    signIn('wang');
    await outbox.flush();
    expect(asked.map((one) => one.as)).toEqual(['Bearer of wang', 'Bearer of wang', 'Bearer of wang']);
  });

  it('sends no photo in the name of somebody who signed in meanwhile', async () => {
    const outbox = await page();
    answers.push(taken());
    const unwrapped = fetch;
    vi.stubGlobal('fetch', async (request: Request) => {
      const answer = await unwrapped(request);
      signIn('li');
      return answer;
    });
    await outbox.write(hazard('h', ['1']));
    await outbox.flush();
    expect(paths()).toEqual(['/schools/s/hazards']);
    expect(outbox.foreignLetters.value).toMatchObject([{ state: 'saved', number: '2026-007' }]);
  });

  it('keeps in memory what the browser does not keep, and says so', async () => {
    vi.stubGlobal('indexedDB', { open: () => { throw new Error('private'); } });
    const outbox = await page();
    answers.push(null);
    await outbox.write(hazard('h'));
    await outbox.flush();
    expect([outbox.durable.value, outbox.letters.value.length]).toEqual([false, 1]);
    await outbox.flush();
    expect(outbox.letters.value).toEqual([]);
  });

  it('writes for nobody who is not signed in', async () => {
    signIn(null);
    const outbox = await page();
    expect([await outbox.write(hazard('h')), outbox.unsentLetters.value]).toEqual([false, 0]);
  });
});
