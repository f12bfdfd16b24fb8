/** The server's clock between two of its messages, so that "now" moves each second and a wrong clock of this computer does no harm. */
import { ref, type Ref } from 'vue';

export interface ServerClock {
  /** The present, milliseconds, a second at most behind. */
  present: Ref<number>;
  now: () => number;
  /** The server said what time it is. */
  heard: (at: number) => void;
  stop: () => void;
}

/** Faster than this, and it is a demonstration that plays a morning in minutes. */
const PLAYED = 3;
/** The fastest that is believed. */
const FASTEST = 120;

/** Seconds of the server in one of this computer, from two of its messages: 1, but for demonstrations. */
export function rateOf(before: { at: number; mine: number }, after: { at: number; mine: number }): number {
  const mine = after.mine - before.mine;
  if (mine < 500) return 1;
  const rate = (after.at - before.at) / mine;
  return rate > PLAYED && rate < FASTEST ? rate : 1;
}

/** A clock that nobody has told the time yet shows this computer's. */
export function serverClock(): ServerClock {
  let last = { at: Date.now(), mine: performance.now() };
  let rate = 1;
  let told = false;
  const present = ref(last.at);
  const now = () => last.at + (performance.now() - last.mine) * rate;
  const timer = setInterval(() => (present.value = now()), 1000);
  const heard = (at: number) => {
    const next = { at, mine: performance.now() };
    if (told && next.mine - last.mine >= 500) rate = rateOf(last, next);
    told = true;
    last = next;
    present.value = at;
  };
  return { present, now, heard, stop: () => clearInterval(timer) };
}
