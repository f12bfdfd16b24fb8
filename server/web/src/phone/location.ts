/** The position of the person's taps: whether it is wanted, looking ahead for it, completing a tap by it. */
import type { Queue } from '@/shared/queue/queue';
import type { Item, Position } from '@/shared/queue/types';
import { allowed, Locator } from './locate';
import { recall, remember } from './remember';

/** Looking ahead ends after a minute, or when the page is put away: it costs battery. */
const AHEAD = 60_000;

const locator = new Locator();

/** The person's choice on this phone; on unless they said otherwise, for those who agreed. */
export function wanted(): boolean {
  return recall<boolean>('place') !== false;
}

export function choosePlace(on: boolean): void {
  remember('place', on);
  if (!on) locator.stop();
}

/** Looks for a position before the tap, where the browser asks nobody for it any more. */
export async function lookAhead(): Promise<void> {
  if (!(await allowed()) || document.hidden) return;
  locator.start();
  setTimeout(() => locator.stop(), AHEAD);
  document.addEventListener('visibilitychange', () => locator.stop(), { once: true });
}

/** Asks the browser for the permission, right after the person has read why. */
export function askBrowser(): void {
  locator.start();
}

/** A position for a tap now: `undefined` if it must be looked for. */
export function atHand(tapped: number): Position | undefined {
  return locator.ready(tapped) ?? undefined;
}

/** Looks for the position of a saved tap and completes it. Answers why there is none. */
export async function complete(queue: Queue, item: Item): Promise<'denied' | 'none' | null> {
  const found = await locator.find(item.tapped);
  await queue.locate(item.id, found.position);
  return found.position === null ? found.why : null;
}
