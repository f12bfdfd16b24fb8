import { effectScope, type EffectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import { remember } from './cache';
import { useLoad } from './load';

let scope: EffectScope;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  scope = effectScope();
});

afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

const within = <T>(make: () => T): T => scope.run(make) as T;
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('useLoad', () => {
  it('shows what was known at once, then what the server says, and keeps that', async () => {
    remember('k', 'old', 5);
    const loaded = within(() => useLoad(() => Promise.resolve('new'), { key: () => 'k' }));
    expect([loaded.data.value, loaded.at.value]).toEqual(['old', 5]);
    await settle();
    expect([loaded.data.value, loaded.error.value]).toEqual(['new', null]);
    expect(within(() => useLoad(() => new Promise<string>(() => undefined), { key: () => 'k' })).data.value).toBe('new');
  });

  it('keeps what it has when the network fails, and says so', async () => {
    remember('k', 'old');
    const loaded = within(() => useLoad(() => Promise.reject<string>(new ApiError(0, null)), { key: () => 'k' }));
    await settle();
    expect([loaded.data.value, loaded.error.value?.status, loaded.blank.value]).toEqual(['old', 0, false]);
  });

  it('lets go of an answer that was overtaken', async () => {
    const answers: ((value: string) => void)[] = [];
    const loaded = within(() => useLoad(() => new Promise<string>((resolve) => answers.push(resolve))));
    void loaded.reload();
    answers[1]?.('second');
    await settle();
    answers[0]?.('first');
    await settle();
    expect(loaded.data.value).toBe('second');
  });

  it('asks again by the clock and when the network is back, and stops with its page', async () => {
    const load = vi.fn(() => Promise.resolve(1));
    within(() => useLoad(load, { every: 1000 }));
    await vi.advanceTimersByTimeAsync(2000);
    expect(load).toHaveBeenCalledTimes(3);
    window.dispatchEvent(new Event('online'));
    expect(load).toHaveBeenCalledTimes(4);
    scope.stop();
    await vi.advanceTimersByTimeAsync(5000);
    window.dispatchEvent(new Event('online'));
    expect(load).toHaveBeenCalledTimes(4);
  });
});
