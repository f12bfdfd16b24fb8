/** The page as a whole, in a browser that is not there: scan, tap, result; no session; language. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Queue } from '@/shared/queue/queue';
import { result, TestWorld } from '@/shared/queue/testing';
import { forget, keep } from '@/shared/session';
import { chooseLang } from '@/shared/lang';
import type { Known } from './facts';
import { PostPage } from './post_page';
import { facts, here } from './testing';

let world: TestWorld;
let root: HTMLElement;
const timers: ReturnType<typeof setInterval>[] = [];

const answers: Record<string, unknown> = {
  '/api/v1/me': { id: 'wang', name: '王芳', has_password: true, version: 1, memberships: [{ role: 'parent', state: 'active', organization: { id: 's1', name: '实验小学' } }] },
  '/api/v1/me/consents?kind=location': { items: [{ kind: 'location', version: '1', required: false, text: '只取一个位置。', given: false, answered_version: '1' }] },
  '/api/v1/checkpoints/p1/here': { ...here(), now: new Date().toISOString() },
};

beforeEach(() => {
  chooseLang('zh');
  world = new TestWorld();
  world.now = Date.now();
  root = document.createElement('div');
  document.body.append(root);
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(answers[path] ?? { code: 'unknown_route', title: '' }), { status: path in answers ? 200 : 404 })));
  const set = setInterval;
  vi.stubGlobal('setInterval', (call: () => void, ms: number) => {
    const timer = set(call, ms);
    timers.push(timer);
    return timer;
  });
});
afterEach(() => {
  timers.splice(0).forEach((timer) => clearInterval(timer));
  vi.unstubAllGlobals();
  localStorage.clear();
  forget();
  root.remove();
});

const signIn = () => keep({ access_token: 'a', refresh_token: 'r', expires_in: 900, person: { id: 'wang', name: '王芳' } });

function open(known: Known): void {
  const queue = new Queue(null, world.parts(undefined));
  void new PostPage(root, { page: 'post', code: 'CODE', short: false }, known, Promise.resolve(queue)).start();
}

const text = () => root.textContent;
const click = (selector: string) => root.querySelector<HTMLElement>(selector)?.click();

describe('a scan', () => {
  it('shows the post, me and the button at once, before any answer', () => {
    signIn();
    open({ facts: facts({ now: new Date().toISOString() }), cached: false });
    for (const part of ['东门 · 3号岗', '王芳', '到岗打卡']) expect(text()).toContain(part);
  });

  it('one tap: saved, sent without a position that nobody agreed to, and the verdict in the same place', async () => {
    signIn();
    world.answers.push((items) => ({ kind: 'results', results: items.map((one) => result(one.id, { grade: 'claimed', next_step: '请带班领导联签。', at: new Date().toISOString() })) }));
    open({ facts: facts({ now: new Date().toISOString() }), cached: false });
    click('#verb');
    await expect.poll(text).toContain('请带班领导联签。');
    expect(text()).toContain('自报');
    expect(world.sent[0]?.items[0]).toMatchObject({ kind: 'arrive', code: 'CODE', short_code: null, position: null });
    await expect.poll(text).toContain('家长志愿者');
  });

  it('a tap before it is known that one agreed waits for that, and takes the position with it', async () => {
    const fix = { coords: { longitude: 116.4, latitude: 39.9, accuracy: 9 }, timestamp: Date.now() };
    const watchPosition = (found: (of: unknown) => void) => {
      found(fix);
      return 1;
    };
    vi.stubGlobal('navigator', Object.create(navigator, { geolocation: { value: { watchPosition, clearWatch: () => undefined } } }));
    const consents = answers['/api/v1/me/consents?kind=location'];
    answers['/api/v1/me/consents?kind=location'] = { items: [{ kind: 'location', version: '1', required: false, text: '只取一个位置。', given: true, answered_version: '1' }] };
    signIn();
    open({ facts: facts({ now: new Date().toISOString() }), cached: false });
    click('#verb');
    await expect.poll(() => world.sent.length).toBe(1);
    answers['/api/v1/me/consents?kind=location'] = consents;
    expect(world.sent[0]?.items[0]?.position).toMatchObject({ lon: 116.4, lat: 39.9, accuracy_m: 9 });
  });

  it('two taps in one moment are one check-in', async () => {
    signIn();
    open({ facts: facts(), cached: false });
    click('#verb');
    click('#verb');
    await expect.poll(() => world.sent.length).toBe(1);
    expect(world.sent[0]?.items).toHaveLength(1);
  });

  it('the code of a screen counts at the moment of its scan', async () => {
    signIn();
    open({ facts: facts({ from_screen: true }), cached: false });
    click('#verb');
    await expect.poll(() => world.sent.length).toBe(1);
    const created = Date.parse(world.sent[0]?.items[0]?.created_at ?? '');
    expect(Math.abs(created - performance.timeOrigin)).toBeLessThan(2000);
  });
});

describe('without a session', () => {
  it('asks to sign in and names the post', () => {
    open({ facts: facts(), cached: false });
    expect(root.querySelector('[name=phone]')).not.toBeNull();
    expect(text()).toContain('东门 · 3号岗');
  });

  it('that has ended here, the tap is saved for the person who was', async () => {
    signIn();
    open({ facts: facts(), cached: false });
    await expect.poll(text).toContain('家长志愿者');
    forget();
    world.person = null;
    dispatchEvent(new Event('storage'));
    expect(text()).toContain('登录已失效');
    click('#verb');
    await expect.poll(text).toContain('已在本机保存');
    expect(world.sent).toEqual([]);
  });

  it('somebody else signs out, and the queue stays', async () => {
    signIn();
    open({ facts: facts(), cached: false });
    click('#not-me');
    click('.me .second');
    expect(root.querySelector('[name=phone]')).not.toBeNull();
    await Promise.resolve();
  });
});

it('speaks the other language at a touch', () => {
  signIn();
  open({ facts: facts(), cached: false });
  click('#language');
  expect(text()).toContain('I have arrived');
  expect(document.documentElement.lang).toBe('en');
});
