/** One fix of the phone for a check-in. Never waited for longer than ten seconds; never needed for a scan. */
import { onScopeDispose, ref, shallowRef, type Ref } from 'vue';
import type { Position } from './wire';

export type Seeking = 'off' | 'seeking' | 'ready' | 'denied' | 'failed';

const PATIENCE = 10_000;
/** The server takes no fix that is older than a minute at the check-in. */
const FRESH = 45_000;

/** A fix as the API wants it, for a check-in at `tapped` (wall clock, milliseconds). Browsers give WGS-84 and do not tell a mock. */
export function positionOf(fix: GeolocationPosition, tapped: number): Position {
  const { longitude: lon, latitude: lat, accuracy } = fix.coords;
  return { lon, lat, accuracy_m: accuracy, datum: 'wgs84', age_ms: Math.max(0, tapped - fix.timestamp), mocked: false };
}

export interface Fixes {
  state: Ref<Seeking>;
  accuracy: Ref<number | null>;
  start: () => void;
  stop: () => void;
  /** A fix that is good for a check-in at `tapped`, if there is one already. */
  ready: (tapped: number) => Position | null;
  /** The same, waited for. */
  wait: (tapped: number) => Promise<Position | null>;
}

/** Looks for the position while the page wants it, so that it is there at the tap. */
export function useFixes(): Fixes {
  const state = ref<Seeking>('off');
  const accuracy = ref<number | null>(null);
  const last = shallowRef<GeolocationPosition | null>(null);
  const waiting = new Set<() => void>();
  let watching: number | null = null;

  const wake = () => waiting.forEach((one) => one());

  function found(fix: GeolocationPosition): void {
    last.value = fix;
    accuracy.value = Math.round(fix.coords.accuracy);
    state.value = 'ready';
    wake();
  }

  function failed(failure: GeolocationPositionError): void {
    // A watch that found something and then loses it keeps what it found.
    if (failure.code === failure.PERMISSION_DENIED) state.value = 'denied';
    else if (last.value === null) state.value = 'failed';
    wake();
  }

  function start(): void {
    if (watching !== null) return;
    if (!('geolocation' in navigator)) return void (state.value = 'failed');
    state.value = 'seeking';
    watching = navigator.geolocation.watchPosition(found, failed, { enableHighAccuracy: true, maximumAge: 5000, timeout: 30_000 });
  }

  function stop(): void {
    if (watching !== null) navigator.geolocation.clearWatch(watching);
    watching = null;
    last.value = null;
    state.value = 'off';
    wake();
  }

  function ready(tapped: number): Position | null {
    const fix = last.value;
    return fix === null || tapped - fix.timestamp > FRESH ? null : positionOf(fix, tapped);
  }

  function wait(tapped: number): Promise<Position | null> {
    return new Promise((resolve) => {
      const settle = () => {
        const fix = ready(tapped);
        if (fix === null && state.value === 'seeking') return;
        clearTimeout(timer);
        waiting.delete(settle);
        resolve(fix);
      };
      const timer = setTimeout(() => {
        waiting.delete(settle);
        resolve(ready(tapped));
      }, PATIENCE);
      waiting.add(settle);
      settle();
    });
  }

  onScopeDispose(stop);
  return { state, accuracy, start, stop, ready, wait };
}
