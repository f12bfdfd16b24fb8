/** One position for one check-in. No position is a normal answer, never an error. */
import type { Position } from '@/shared/queue/types';

export type Located = { position: Position } | { position: null; why: 'denied' | 'none' };

/** Nobody waits longer than this. */
const PATIENCE = 10_000;
/** After this a fair fix is good enough. */
const SOON = 4_000;
const GOOD = 50;
const FAIR = 200;
/** The server takes no older one. */
const OLDEST = 60_000;

interface Fix {
  at: number;
  coords: Pick<GeolocationCoordinates, 'longitude' | 'latitude' | 'accuracy'>;
}

/** When a fix was made by the wall clock. Some phones stamp fixes by another clock: then when it came. */
function madeAt(timestamp: number, arrived: number): number {
  return timestamp > arrived - 2 * OLDEST && timestamp < arrived + 5000 ? Math.min(timestamp, arrived) : arrived;
}

function positionOf(fix: Fix, tapped: number): Position {
  const { longitude, latitude, accuracy } = fix.coords;
  return { lon: longitude, lat: latitude, accuracy_m: accuracy, datum: 'wgs84', age_ms: Math.max(0, Math.round(tapped - fix.at)), mocked: false };
}

/** Watches from the opening of the page until a tap was answered, so that the tap finds a fix ready. */
export class Locator {
  private best: Fix | null = null;
  private refused = false;
  private watch: number | null = null;
  private heard: () => void = () => undefined;

  /** Begins to look. Asks the person for the permission if the browser has not yet: only after saying why. */
  start(): void {
    if (this.watch !== null || !('geolocation' in navigator)) return;
    this.refused = false;
    this.watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => this.take({ coords, at: madeAt(timestamp, Date.now()) }),
      (error) => {
        this.refused = error.code === error.PERMISSION_DENIED;
        this.heard();
      },
      { enableHighAccuracy: true, maximumAge: 0, timeout: PATIENCE },
    );
  }

  stop(): void {
    if (this.watch !== null) navigator.geolocation.clearWatch(this.watch);
    this.watch = null;
    this.best = null;
  }

  /** A fix that will do at once, or null. */
  ready(tapped: number): Position | null {
    const fix = this.best;
    return fix !== null && tapped - fix.at < OLDEST / 4 && fix.coords.accuracy <= GOOD ? positionOf(fix, tapped) : null;
  }

  /** The best position within 10 s of the tap. */
  async find(tapped: number): Promise<Located> {
    if (!('geolocation' in navigator)) return { position: null, why: 'none' };
    this.start();
    const deadline = Date.now() + PATIENCE;
    const soon = Date.now() + SOON;
    while (Date.now() < deadline && !this.enough(tapped, Date.now() >= soon) && !this.refused) {
      await this.news(Date.now() < soon ? soon - Date.now() : deadline - Date.now());
    }
    const fix = this.best;
    const { refused } = this;
    this.stop();
    if (fix !== null && tapped - fix.at < OLDEST) return { position: positionOf(fix, tapped) };
    return { position: null, why: refused ? 'denied' : 'none' };
  }

  private take(fix: Fix): void {
    const old = this.best === null || fix.at - this.best.at > OLDEST / 4;
    if (old || fix.coords.accuracy <= (this.best?.coords.accuracy ?? Infinity)) this.best = fix;
    this.heard();
  }

  private enough(tapped: number, later: boolean): boolean {
    if (this.best === null) return false;
    const fresh = tapped - this.best.at < OLDEST / 4;
    return later ? this.best.coords.accuracy <= FAIR : fresh && this.best.coords.accuracy <= GOOD;
  }

  /** Settles with the next word of the phone, or after `ms`. */
  private news(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.heard = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Whether the browser was allowed to tell the position before, so that looking asks nobody. */
export async function allowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
  } catch {
    return false;
  }
}
