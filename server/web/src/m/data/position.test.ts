import { effectScope, type EffectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { positionOf, useFixes, type Fixes } from './position';

const fix = (timestamp: number, accuracy = 12.4) => ({ timestamp, coords: { longitude: 116.4, latitude: 39.9, accuracy } }) as GeolocationPosition;
const refusal = { code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError;

let found: PositionCallback;
let failed: PositionErrorCallback;
let clearWatch: ReturnType<typeof vi.fn>;
let scope: EffectScope;

function fixes(): Fixes {
  return scope.run(useFixes) as Fixes;
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  clearWatch = vi.fn();
  const watchPosition = (good: PositionCallback, bad: PositionErrorCallback) => {
    found = good;
    failed = bad;
    return 7;
  };
  vi.stubGlobal('navigator', { geolocation: { watchPosition, clearWatch } });
  scope = effectScope();
});

afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('positionOf', () => {
  it('says the datum of browsers and the age at the tap, never below zero', () => {
    expect(positionOf(fix(1000), 4000)).toEqual({ lon: 116.4, lat: 39.9, accuracy_m: 12.4, datum: 'wgs84', age_ms: 3000, mocked: false });
    expect(positionOf(fix(5000), 4000).age_ms).toBe(0);
  });
});

describe('useFixes', () => {
  it('has a fix at the tap if it came before, and none that is stale', () => {
    const { start, ready, state, accuracy } = fixes();
    start();
    expect([state.value, ready(Date.now())]).toEqual(['seeking', null]);
    found(fix(1_000_000));
    expect([state.value, accuracy.value, ready(1_000_500)?.age_ms]).toEqual(['ready', 12, 500]);
    expect(ready(1_046_000)).toBeNull();
  });

  it('waits for a fix after the tap, for ten seconds at most', async () => {
    const { start, wait } = fixes();
    start();
    const first = wait(1_000_000);
    found(fix(1_002_000));
    expect((await first)?.age_ms).toBe(0);
    const late = wait(1_100_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await late).toBeNull();
  });

  it('gives up at once when it is refused, and lets go of the phone when the page goes', async () => {
    const { start, wait, state } = fixes();
    start();
    const waiting = wait(1_000_000);
    failed(refusal);
    expect(await waiting).toBeNull();
    expect(state.value).toBe('denied');
    scope.stop();
    expect(clearWatch).toHaveBeenCalledWith(7);
  });

  it('looks for nothing until it is asked to', async () => {
    const { wait, state } = fixes();
    expect([state.value, await wait(1)]).toEqual(['off', null]);
  });
});
