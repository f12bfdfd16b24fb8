import { afterEach, describe, expect, it, vi } from 'vitest';
import { inPage } from './facts';
import { deviceName, phoneNumber } from './form';
import { agreed } from './me';
import { inviteToken, lastPost, rememberPost, route } from './route';
import { facts, ms } from './testing';
import { offsetFromUtc, shown, span, whenShown, windowClock } from './time';
import { byRole, stretch } from './views/stay';
import { words } from './words';

afterEach(() => {
  localStorage.clear();
  document.body.textContent = '';
  vi.useRealTimers();
});

describe('the route', () => {
  it.each([
    ['/c/2080000020022NYNSTQNA175FAWW', { page: 'post', code: '2080000020022NYNSTQNA175FAWW', short: false }],
    ['/C/2080000020022NYNSTQNA175FAWW', { page: 'post', code: '2080000020022NYNSTQNA175FAWW', short: false }],
    ['/c/1000-000P', { page: 'post', code: '1000-000P', short: true }],
    ['/c/1000%20000P', { page: 'post', code: '1000 000P', short: true }],
    ['/c/%E0%A4', { page: 'post', code: '%E0%A4', short: true }],
    ['/join/AGRB', { page: 'join', token: 'AGRB' }],
  ])('%s', (path, expected) => expect(route(path)).toEqual(expected));

  it('finds the token in what was pasted', () => {
    expect(inviteToken('请加入:https://school.example/join/AGRB?x=1 谢谢')).toBe('AGRB');
    expect(inviteToken('https://school.example/c/AGRB')).toBeNull();
  });
  it('leads back to the post of today', () => {
    vi.useFakeTimers({ now: ms('07:30:00') });
    rememberPost('/c/A', '东门');
    expect(lastPost()).toMatchObject({ path: '/c/A', name: '东门' });
    vi.setSystemTime(ms('07:30:00') + 25 * 3600_000);
    expect(lastPost()).toBeNull();
  });
});

describe('the facts in the page', () => {
  const put = (text: string, attribute = '') => (document.body.innerHTML = `<script type="application/json" id="facts"${attribute}>${text}</script>`);
  it('are read', () => {
    put(JSON.stringify(facts()));
    expect(inPage()).toEqual({ facts: facts(), cached: false });
    put(JSON.stringify(facts()), ' data-cached');
    expect(inPage()).toMatchObject({ cached: true });
    put('{"problem":{"code":"unknown_code"}}');
    expect(inPage()).toEqual({ problem: { code: 'unknown_code' } });
  });
  it('may be missing or broken', () => {
    expect(inPage()).toBeNull();
    put('{');
    expect(inPage()).toBeNull();
  });
});

describe('what was typed', () => {
  it.each([['138 0000 0022', '13800000022'], ['+86-138-0000-0022', '13800000022'], ['１３８００００００２２', '13800000022'], ['1380000002', null], ['23800000022', null]])('%s', (typed, number) =>
    expect(phoneNumber(typed)).toBe(number),
  );
});

it('a device names itself', () => {
  expect(deviceName('Mozilla/5.0 (Linux; Android 10; HLK-AL10 Build/HONORHLK-AL10; wv) AppleWebKit/537.36 MicroMessenger/8.0')).toBe('HLK-AL10 WeChat');
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605')).toBe('iPhone Web');
});

describe('consent', () => {
  const consent = { kind: 'location' as const, version: '2', required: false, text: '' };
  it('counts for the text in force alone', () => {
    expect(agreed({ ...consent, given: true, answered_version: '2' })).toBe(true);
    expect(agreed({ ...consent, given: true, answered_version: '1' })).toBe(false);
    expect(agreed({ ...consent, given: false, answered_version: '2' })).toBe(false);
    expect(agreed({ ...consent, given: null })).toBeNull();
  });
});

describe('times', () => {
  const { window } = facts();
  it('stand in the school’s zone', () => {
    expect(shown('2026-11-22T23:31:04.2Z', facts(), true)).toBe('07:31:04');
    expect(shown(ms('07:31:04'), facts({ now: '2026-11-23T09:31:04+10:00' }))).toBe('09:31');
    expect(offsetFromUtc(facts({ now: '2026-11-23T00:00:00-03:30' }))).toBe(-3.5 * 3600_000);
    expect(offsetFromUtc(null)).toBe(8 * 3600_000);
  });
  it('name the day if it is another', () => {
    expect(whenShown(ms('07:31:04'), ms('09:00:00'), facts())).toBe('07:31:04');
    expect(whenShown(ms('07:31:04'), ms('09:00:00') + 24 * 3600_000, facts())).toMatch(/^(11月23日 周一|Mon 23 Nov) 07:31$/);
  });
  it('count the window', () => {
    const clock = (time: string) => windowClock(window, ms(time), facts()).clock;
    const w = words();
    expect(clock('07:54:00')).toBe(w.left(span(360_000)));
    expect(clock('07:53:10')).toBe(w.left(span(420_000)));
    expect(clock('07:59:30')).toBe(w.left(span(30_000)));
    expect(clock('07:00:00')).toBe(w.startsIn(span(1_200_000)));
    expect(clock('08:00:00')).toBe(w.ended);
    expect(windowClock(null, 0, facts()).text).toBe(w.noWindow);
  });
});

describe('my minutes and the others', () => {
  it('stretches lie within the bar', () => {
    expect(stretch({ from: 0, to: 100 }, -50, 50)).toEqual({ left: 0, width: 50 });
    expect(stretch({ from: 0, to: 100 }, 90, 150)).toEqual({ left: 90, width: 10 });
    expect(stretch({ from: 0, to: 100 }, 100, 150)).toBeNull();
  });
  it('others stand by role, with the names that the viewer may see', () => {
    const one = { role: 'guard' as const, grade: 'likely' as const, since: '', until: '', name: null };
    expect(byRole([one, { ...one, grade: 'confirmed', name: '李强' }, { ...one, role: 'police' }])).toEqual([
      { role: 'guard', grades: ['likely', 'confirmed'], names: ['李强'] },
      { role: 'police', grades: ['likely'], names: [] },
    ]);
  });
});

describe('the texts', () => {
  it('blame nobody and do not shout', () => {
    const all = JSON.stringify([words()], (_, value: unknown) => (typeof value === 'function' ? String((value as (...args: unknown[]) => unknown)('x', 'y')) : value));
    expect(all).not.toMatch(/[!！]|不在岗|缺岗|作弊|absent/);
  });
});
