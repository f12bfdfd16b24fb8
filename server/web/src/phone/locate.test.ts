import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Locator } from './locate';

let fix: (accuracy: number, age?: number) => void;
let fail: (code: number) => void;
let watching: number;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  watching = 0;
  const watchPosition = (good: PositionCallback, bad: PositionErrorCallback) => {
    watching += 1;
    fix = (accuracy, age = 0) => good({ timestamp: Date.now() - age, coords: { longitude: 121.5, latitude: 31.2, accuracy } } as GeolocationPosition);
    fail = (code) => bad({ code, PERMISSION_DENIED: 1 } as GeolocationPositionError);
    return 7;
  };
  vi.stubGlobal('navigator', { geolocation: { watchPosition, clearWatch: () => (watching -= 1) } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a position', () => {
  it('that is good is taken at once, and then nobody looks any more', async () => {
    const found = new Locator().find(Date.now());
    fix(12);
    expect(await found).toEqual({ position: { lon: 121.5, lat: 31.2, accuracy_m: 12, datum: 'wgs84', age_ms: 0, mocked: false } });
    expect(watching).toBe(0);
  });
  it('that is fair is taken after a while', async () => {
    const found = new Locator().find(Date.now());
    fix(120);
    await vi.advanceTimersByTimeAsync(3900);
    fix(110);
    await vi.advanceTimersByTimeAsync(200);
    expect(await found).toMatchObject({ position: { accuracy_m: 110 } });
  });
  it('that is poor is better than none, after ten seconds', async () => {
    const found = new Locator().find(Date.now());
    fix(900);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await found).toMatchObject({ position: { accuracy_m: 900 } });
  });
  it('does not come: nobody waits longer than ten seconds', async () => {
    const found = new Locator().find(Date.now());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await found).toEqual({ position: null, why: 'none' });
  });
  it('is refused: a normal answer, at once', async () => {
    const found = new Locator().find(Date.now());
    fail(1);
    expect(await found).toEqual({ position: null, why: 'denied' });
  });
  it('is not there in this browser', async () => {
    vi.stubGlobal('navigator', {});
    expect(await new Locator().find(Date.now())).toEqual({ position: null, why: 'none' });
  });
  it('was found ahead of the tap: it has an age, and an old one is not at hand', async () => {
    const locator = new Locator();
    locator.start();
    fix(12);
    await vi.advanceTimersByTimeAsync(5000);
    expect(locator.ready(Date.now())).toMatchObject({ age_ms: 5000 });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(locator.ready(Date.now())).toBeNull();
  });
  it('with a timestamp of some other clock is as old as its arrival', async () => {
    const found = new Locator().find(Date.now());
    fix(12, 900_000_000);
    expect(await found).toMatchObject({ position: { age_ms: 0 } });
  });
  it('of a minute ago is none', async () => {
    const locator = new Locator();
    locator.start();
    fix(12);
    await vi.advanceTimersByTimeAsync(61_000);
    const found = locator.find(Date.now());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await found).toEqual({ position: null, why: 'none' });
  });
});
