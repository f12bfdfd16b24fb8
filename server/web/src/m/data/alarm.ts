/** Alarms that were raised on this phone: kept before they are sent, and sent until the server has them. */
import { shallowRef } from 'vue';
import { api, ApiError, inNameOf, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { KEY, pressNow, type Pressed } from '@/shared/alarm';
import { elapsed, pageClock, type Clock } from '@/shared/queue/clock';
import { session } from '@/shared/session';

export type Alarm = components['schemas']['AlarmBody'];
export type { Pressed };
export type AlarmStep = Alarm['steps'][number]['step'];
/** The server takes none that is older. */
const OLDEST = 24 * 3_600_000;
/** After so many milliseconds it is tried again: help is worth more than a battery. */
const AGAIN = 4000;

export const pressed = shallowRef<Pressed[]>(read());
let timer: ReturnType<typeof setTimeout> | undefined;
let sending = false;

function read(): Pressed[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Pressed[];
  } catch {
    return [];
  }
}

function put(list: Pressed[]): void {
  pressed.value = list.filter((one) => Date.now() - one.tapped < OLDEST);
  try {
    localStorage.setItem(KEY, JSON.stringify(pressed.value));
  } catch {
    // Without storage it lives as long as this page.
  }
}

const set = (id: string, change: Partial<Pressed>) => put(pressed.value.map((one) => (one.id === id ? { ...one, ...change } : one)));

/** Milliseconds since the press, as well as is known: a clock that was set back makes none. */
export function since(one: Pressed, clock: Clock = pageClock): number {
  return elapsed(one, clock) ?? Math.min(OLDEST, Math.max(0, clock.wall() - one.tapped));
}

/** Keeps an alarm and sends it. Null if nobody is signed in. */
export function press(what: Pick<Pressed, 'school' | 'checkpoint' | 'drill' | 'position'>): Pressed | null {
  const person = session()?.person.id;
  if (person === undefined) return null;
  const one = pressNow({ ...what, person });
  put([one, ...pressed.value]);
  void send();
  return one;
}

/** Takes back one that nobody was told of yet. */
export function forgetPressed(id: string): void {
  put(pressed.value.filter((one) => one.id !== id));
}

/** Sends what waits, the oldest first; tries again while something does. */
export async function send(): Promise<void> {
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  const person = session()?.person.id;
  for (const one of pressed.value.filter((waits) => waits.state === 'saved' && waits.person === person).reverse()) {
    const { id, school, checkpoint, drill, position } = one;
    const body = { id, checkpoint_id: checkpoint, drill, position, elapsed_ms: Math.round(since(one)) };
    try {
      await ok(api.POST('/api/v1/schools/{id}/alarms', { params: { path: { id: school } }, body, headers: inNameOf(one.person) }));
      set(id, { state: 'raised' });
    } catch (cause) {
      const refused = cause instanceof ApiError && cause.status >= 400 && cause.status < 500 && cause.status !== 401 && cause.status !== 429;
      if (refused) set(id, { state: 'refused', why: cause.message });
    }
  }
  sending = false;
  if (pressed.value.some((one) => one.state === 'saved' && one.person === person)) timer = setTimeout(() => void send(), AGAIN);
}

/** Sends whenever there is reason to hope. */
export function keepSending(): void {
  addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => document.hidden || void send());
  void send();
}

export const readAlarm = (id: string): Promise<Alarm> => ok(api.GET('/api/v1/alarms/{id}', { params: { path: { id } } }));

export const takeStep = (id: string, step: AlarmStep, text = ''): Promise<Alarm> =>
  ok(api.POST('/api/v1/alarms/{id}/steps', { params: { path: { id } }, body: { step, text } }));

export const isOver = (alarm: Alarm): boolean => alarm.state === 'closed' || alarm.state === 'withdrawn';
