import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '@/shared/queue/clock';

const answers: Response[] = [];
const asked: { url: string; body: { id: string; elapsed_ms: number } }[] = [];

async function fresh() {
  vi.resetModules();
  return await import('./alarm');
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  localStorage.setItem('huxue.session', JSON.stringify({ access: 'a', refresh: 'r', expiresAt: Date.now() + 1e6, person: { id: 'me', name: '王芳' } }));
  answers.length = asked.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push({ url: request.url, body: (await request.clone().json()) as { id: string; elapsed_ms: number } });
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError('no network');
    return answer;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const what = { school: 's', checkpoint: null, drill: false, position: null };
const good = () => Response.json({ id: 'x', state: 'raised' });

describe('an alarm on its way', () => {
  it('is kept before it is sent, and sent until the server has it', async () => {
    const { press, pressed } = await fresh();
    press(what);
    expect(JSON.parse(localStorage.getItem('huxue.alarms') ?? '[]')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(pressed.value[0]?.state).toBe('saved');
    answers.push(good());
    await vi.advanceTimersByTimeAsync(4000);
    expect(pressed.value[0]?.state).toBe('raised');
    expect(asked[0]?.body.id).toBe(asked[1]?.body.id);
    expect(asked[1]?.body.elapsed_ms).toBeGreaterThanOrEqual(4000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(2);
  });

  it('is sent by the next page if this one ends', async () => {
    const before = await fresh();
    before.press(what);
    await vi.advanceTimersByTimeAsync(100);
    const after = await fresh();
    answers.push(good());
    after.keepSending();
    await vi.advanceTimersByTimeAsync(100);
    expect(after.pressed.value[0]?.state).toBe('raised');
  });

  it('tells why it was refused, and is not sent again', async () => {
    const { press, pressed } = await fresh();
    answers.push(Response.json({ code: 'not_found', title: '没有找到' }, { status: 404 }));
    press(what);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pressed.value[0]).toMatchObject({ state: 'refused', why: '没有找到' });
    expect(asked).toHaveLength(1);
  });

  it('of somebody else waits for them', async () => {
    const { press, send } = await fresh();
    press(what);
    await vi.advanceTimersByTimeAsync(100);
    localStorage.setItem('huxue.session', JSON.stringify({ access: 'b', refresh: 'r', expiresAt: Date.now() + 1e6, person: { id: 'other', name: '李强' } }));
    answers.push(good());
    await send();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });

  it('knows its age through a reload, and never one below nothing', async () => {
    const { since } = await fresh();
    const one = { ...what, id: 'x', person: 'me', tapped: 10_000, life: 'old', lifeMs: 5, state: 'saved' as const, why: '' };
    const clock = (wall: number): Clock => ({ wall: () => wall, steady: () => 0, life: 'new' });
    expect(since(one, clock(40_000))).toBe(30_000);
    expect(since(one, clock(5000))).toBe(0);
    expect(since(one, clock(1e12))).toBe(86_400_000);
  });
});
