import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from './post';
import { openQueue, type Queue } from './queue';
import { stored } from './stored';
import { draft, recorded, result, TestWorld } from './testing';
import { uuid7 } from './uuid';

const refusal = { code: 'malformed_json', title: '请求内容不是正确的 JSON' };
const answers = (answer: Answer) => () => answer;
let world: TestWorld;
let name: string;
let queue: Queue;

beforeEach(async () => {
  world = new TestWorld();
  name = uuid7();
  queue = await openQueue(world.parts(() => stored(name)));
});

const states = async () => (await queue.list()).map((item) => item.state);
const requests = () => world.sent.map(({ items }) => items.length);

describe('a tap', () => {
  it('is written first, then sent, then accepted, and keeps its receipt', async () => {
    const item = await queue.add(draft());
    expect(item.state).toBe('saved');
    expect((await (await stored(name)).all()).map((kept) => kept.id)).toEqual([item.id]);
    await queue.flush();
    expect((await queue.list())[0]).toMatchObject({ state: 'accepted', result: { receipt: 'r' } });
    await queue.flush();
    expect(requests()).toEqual([1]);
  });

  it('waits for its position and is sent with it', async () => {
    const item = await queue.add(draft({ position: undefined }));
    await queue.flush();
    expect(world.sent).toEqual([]);
    const position = { lon: 121.5, lat: 31.2, accuracy_m: 8, datum: 'wgs84' as const, age_ms: 0, mocked: false };
    await queue.locate(item.id, position);
    await queue.flush();
    expect(world.sent[0]?.items[0]?.position).toEqual(position);
  });

  it('does not wait for a position for ever, and what was sent stays what was sent', async () => {
    const item = await queue.add(draft({ position: undefined }));
    await queue.flush();
    expect(world.next()).toBe(15_000);
    await queue.flush();
    expect(world.sent[0]?.items[0]?.position).toBeNull();
    await queue.locate(item.id, { lon: 1, lat: 1, accuracy_m: 1, datum: 'wgs84', age_ms: 0, mocked: false });
    expect((await queue.list())[0]?.content.position).toBeNull();
  });

  it('may have happened a moment ago: a code on a screen counts at its scan', async () => {
    const scan = { wall: world.clock.wall(), steady: world.clock.steady() };
    world.now += 4000;
    await queue.add(draft({ at: scan }));
    await queue.flush();
    expect(world.sent[0]?.items[0]).toMatchObject({ elapsed_ms: 4000 });
    expect(Date.parse(world.sent[0]?.items[0]?.created_at ?? '')).toBe(scan.wall);
  });

  it('goes out with the others, the oldest first', async () => {
    world.answers.push(answers({ kind: 'later', after: null }));
    const first = await queue.add(draft());
    await queue.flush();
    world.now += 1000;
    const second = await queue.add(draft({ kind: 'leave' }));
    await queue.flush();
    expect(world.sent.at(-1)?.items.map((item) => item.id)).toEqual([first.id, second.id]);
  });
});

describe('answers to the whole request', () => {
  it('later: keeps all, and tries again with growing waits', async () => {
    for (let count = 0; count < 2; count += 1) world.answers.push(answers({ kind: 'later', after: null }));
    await queue.add(draft());
    await queue.flush();
    expect([queue.sending.phase, await states()]).toEqual(['waiting', ['saved']]);
    expect(world.next()).toBe(2000);
    await queue.flush();
    expect(world.next()).toBe(4000);
    await queue.flush();
    expect(await states()).toEqual(['accepted']);
    expect(queue.sending.phase).toBe('idle');
  });

  it('later with Retry-After: not even a tap comes sooner', async () => {
    world.answers.push(answers({ kind: 'later', after: 30 }));
    await queue.add(draft());
    await queue.flush();
    await queue.add(draft());
    await queue.flush();
    expect(requests()).toEqual([1]);
    expect(queue.sending).toEqual({ phase: 'waiting', retryAt: world.now + 30_000 });
    world.now += 30_000;
    await queue.flush();
    expect(requests()).toEqual([1, 2]);
  });

  it('session ended: keeps all and asks to sign in, then sends', async () => {
    world.answers.push(() => {
      world.person = null;
      return { kind: 'sign_in' };
    });
    await queue.add(draft());
    await queue.flush();
    expect([queue.sending.phase, await states()]).toEqual(['sign_in', ['saved']]);
    world.person = 'wang';
    await queue.flush();
    expect(await states()).toEqual(['accepted']);
  });

  it('too large: halves; an item that is too large alone is put aside', async () => {
    world.person = null;
    for (let count = 0; count < 4; count += 1) {
      world.now += 1;
      await queue.add(draft({ code: `${count}` }));
    }
    world.person = 'wang';
    const tooLarge = (items: { code?: string | null }[]): Answer =>
      items.length > 2 || items.some((item) => item.code === '3') ? { kind: 'too_large' } : recorded(items as never);
    for (let count = 0; count < 6; count += 1) world.answers.push(tooLarge);
    await queue.flush();
    expect(requests()).toEqual([4, 2, 2, 1, 1]);
    expect((await queue.list()).map((item) => [item.content.code, item.state]).sort()).toEqual([['0', 'accepted'], ['1', 'accepted'], ['2', 'accepted'], ['3', 'dead']]);
  });

  it('refused: one by one, and only what is refused alone becomes a dead letter', async () => {
    world.person = null;
    for (let count = 0; count < 3; count += 1) {
      world.now += 1;
      await queue.add(draft({ code: `${count}` }));
    }
    world.person = 'wang';
    const picky = (items: { code?: string | null }[]): Answer =>
      items.some((item) => item.code === '1') ? { kind: 'refused', refusal } : recorded(items as never);
    for (let count = 0; count < 4; count += 1) world.answers.push(picky);
    await queue.flush();
    expect(requests()).toEqual([3, 1, 1, 1]);
    const dead = (await queue.list()).filter((item) => item.state === 'dead');
    expect(dead.map((item) => [item.content.code, item.refusal])).toEqual([['1', refusal]]);
  });

  it('a break in the middle keeps what is left', async () => {
    world.person = null;
    for (let count = 0; count < 3; count += 1) await queue.add(draft());
    world.person = 'wang';
    world.answers.push(answers({ kind: 'refused', refusal }), recorded, answers({ kind: 'later', after: null }));
    await queue.flush();
    expect((await states()).sort()).toEqual(['accepted', 'saved', 'saved']);
  });
});

describe('answers to one item', () => {
  it('conflict and invalid: dead letters, visible, to be sent again or thrown away', async () => {
    world.answers.push((items) => ({ kind: 'results', results: items.map((item) => result(item.id, { status: 'conflict', grade: null, receipt: null })) }));
    const item = await queue.add(draft());
    await queue.flush();
    await queue.flush();
    expect([await states(), requests()]).toEqual([['dead'], [1]]);
    world.answers.push((items) => ({ kind: 'results', results: items.map((one) => result(one.id, { status: 'invalid', grade: null, reasons: ['kind_invalid'] })) }));
    await queue.again(item.id);
    await queue.flush();
    expect([await states(), world.sent[1]?.items[0]?.id]).toEqual([['dead'], item.id]);
    await queue.discard(item.id);
    expect(await states()).toEqual([]);
  });

  it('several roles: waits for the choice, then sends the same id with it', async () => {
    world.answers.push((items) => ({
      kind: 'results',
      results: items.map((item) => result(item.id, { status: 'invalid', grade: null, reasons: ['role_ambiguous'], roles: ['parent', 'teacher'] })),
    }));
    const item = await queue.add(draft());
    await queue.flush();
    await queue.flush();
    expect(requests()).toEqual([1]);
    expect((await queue.list())[0]).toMatchObject({ state: 'saved', hold: 'role', roles: ['parent', 'teacher'] });
    await queue.choose(item.id, 'teacher');
    await queue.flush();
    expect(world.sent[1]?.items[0]).toMatchObject({ id: item.id, role: 'teacher' });
    expect(await states()).toEqual(['accepted']);
  });

  it('one that the server forgot stays and is sent again', async () => {
    world.answers.push(answers({ kind: 'results', results: [] }));
    await queue.add(draft());
    await queue.flush();
    expect([await states(), queue.sending.phase]).toEqual([['saved'], 'waiting']);
  });

  it('is never thrown away before an answer', async () => {
    world.answers.push(answers({ kind: 'later', after: null }));
    const item = await queue.add(draft());
    await queue.flush();
    await queue.discard(item.id);
    expect(await states()).toEqual(['saved']);
  });
});

describe('people', () => {
  it('an item is sent for nobody but the person who tapped', async () => {
    world.person = null;
    await queue.add(draft({ person: 'wang' }));
    await queue.flush();
    expect(queue.sending.phase).toBe('sign_in');
    world.person = 'li';
    await queue.add(draft({ person: 'li' }));
    await queue.flush();
    expect(world.sent.map(({ person, items }) => [person, items.length])).toEqual([['li', 1]]);
    world.person = 'wang';
    await queue.flush();
    expect(world.sent.map(({ person }) => person)).toEqual(['li', 'wang']);
  });
});

describe('two tabs', () => {
  it('share what is kept; each item goes out once', async () => {
    let busy = Promise.resolve();
    const alone = (work: () => Promise<void>) => (busy = busy.then(work));
    const other = new TestWorld();
    const one = await openQueue({ ...world.parts(() => stored(name)), alone });
    const two = await openQueue({ ...other.parts(() => stored(name)), alone });
    world.person = other.person = null;
    await one.add(draft());
    await two.add(draft());
    world.person = other.person = 'wang';
    await Promise.all([one.flush(), two.flush()]);
    expect(world.sent.length + other.sent.length).toBe(1);
    expect((await two.list()).map((item) => item.state)).toEqual(['accepted', 'accepted']);
  });

  it('after a reload the steady clock says nothing of an older tap', async () => {
    world.answers.push(answers({ kind: 'later', after: null }));
    await queue.add(draft());
    await queue.flush();
    expect(world.sent[0]?.items[0]?.elapsed_ms).toBe(0);
    const reloaded = new TestWorld();
    reloaded.clock = { ...reloaded.clock, life: 'life-2' };
    await (await openQueue(reloaded.parts(() => stored(name)))).flush();
    expect(reloaded.sent[0]?.items[0]).toMatchObject({ elapsed_ms: null, created_at: world.sent[0]?.items[0]?.created_at });
  });
});

describe('without storage', () => {
  it('works in memory and says so', async () => {
    const lost = await openQueue(world.parts(() => Promise.reject(new Error('private mode'))));
    expect(lost.durable).toBe(false);
    await lost.add(draft());
    await lost.flush();
    expect((await lost.list()).map((item) => item.state)).toEqual(['accepted']);
  });

  it('keeps a tap that the database does not take, and says so', async () => {
    const full = async () => ({ ...(await stored(name)), put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) });
    const lost = await openQueue(world.parts(full));
    expect(lost.durable).toBe(true);
    await lost.add(draft());
    await lost.flush();
    expect([lost.durable, (await lost.list()).map((item) => item.state)]).toEqual([false, ['accepted']]);
  });
});

describe('starting', () => {
  it('sends at once, and when the network or the person comes back', async () => {
    world.person = null;
    await queue.add(draft());
    world.person = 'wang';
    const stop = queue.start();
    await expect.poll(states).toEqual(['accepted']);
    world.person = null;
    await queue.add(draft());
    world.person = 'wang';
    dispatchEvent(new Event('online'));
    await expect.poll(states).toEqual(['accepted', 'accepted']);
    stop();
  });

  it('forgets what was settled a week ago, and never what was not', async () => {
    world.answers.push(recorded, answers({ kind: 'later', after: 3000 }));
    await queue.add(draft());
    await queue.flush();
    await queue.add(draft());
    await queue.flush();
    world.now += 8 * 24 * 3600 * 1000;
    world.person = null;
    queue.start()();
    await expect.poll(states).toEqual(['saved']);
  });
});
