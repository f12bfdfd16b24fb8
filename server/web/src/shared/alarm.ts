/** Calls for help that were made on this phone: how they are kept, by the phone page and by the phone app. */

import { pageClock } from './queue/clock';
import { uuid7 } from './queue/uuid';

/** Where they are kept. */
export const KEY = 'huxue.alarms';

/** An alarm on its way. */
export interface Pressed {
  id: string;
  person: string;
  school: string;
  checkpoint: string | null;
  drill: boolean;
  position: { lon: number; lat: number; accuracy_m: number; datum: 'wgs84' | 'gcj02' | 'bd09' } | null;
  /** The wall clock at the press, and the life and steady clock of the page that saw it. */
  tapped: number;
  life: string;
  lifeMs: number;
  /** Saved on this phone; raised at the server; or refused, with why. */
  state: 'saved' | 'raised' | 'refused';
  why: string;
}

/** One that is pressed now. */
export function pressNow(what: Pick<Pressed, 'person' | 'school' | 'checkpoint' | 'drill' | 'position'>): Pressed {
  return { ...what, id: uuid7(), tapped: pageClock.wall(), life: pageClock.life, lifeMs: pageClock.steady(), state: 'saved', why: '' };
}
