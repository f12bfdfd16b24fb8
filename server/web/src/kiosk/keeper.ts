/**
 * Keeps a screen's code fresh: asks again in time, backs off when the network is away, and never lets a code be shown past
 * its step. Pure of the page: clocks, requests and timers are given.
 */
import type { Showing } from './showing';

/** What came of asking. */
export type Asked = { kind: 'showing'; showing: Showing } | { kind: 'unknown_screen' } | { kind: 'failed'; after: number | null };

export interface World {
  ask(): Promise<Asked>;
  /** Milliseconds that only ever grow; they may stand still while the device sleeps. */
  steady(): number;
  /** Milliseconds of the wall clock; anybody may set it. */
  wall(): number;
  later(ms: number, call: () => void): () => void;
  changed(): void;
}

export type Trouble = 'none' | 'network' | 'unknown_screen';

/** The state beside the code is asked for this often, the code itself when its step ends. */
const EACH = 5000;
const LONGEST = 30_000;
/** A screen that was revoked may be set up again under its old address by nobody; it still looks now and then. */
const REVOKED = 300_000;
/** A demo's clock runs at most this much faster than ours. */
const FASTEST = 600;

export class Keeper {
  trouble: Trouble = 'none';
  /** The last answer, whose code may have ended: see {@link code}. */
  last: Showing | null = null;
  private endsSteady = 0;
  private endsWall = 0;
  private learntSteady = 0;
  private pace = 1;
  private failures = 0;
  private asking = false;
  private callOff: () => void = () => undefined;
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** The answer whose code may be shown now, or null. Either clock can say that its step is over: one may have slept. */
  code(): Showing | null {
    return this.left() > 0 ? this.last : null;
  }

  /** Milliseconds until the code's step ends, 0 if it did. */
  left(): number {
    if (this.last === null) return 0;
    return Math.max(0, Math.min(this.endsSteady - this.world.steady(), this.endsWall - this.world.wall()));
  }

  /** How much of the step is left, 0 to 1. */
  share(): number {
    return this.last === null ? 0 : Math.min(1, (this.left() * this.pace) / (this.last.step_seconds * 1000));
  }

  /** The server's moment now, as far as its answers told. */
  now(): number {
    return this.last === null ? this.world.wall() : Date.parse(this.last.now) + (this.world.steady() - this.learntSteady) * this.pace;
  }

  /** Asks now; called when the network or the device comes back, too. */
  async again(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.callOff();
    const [steady, wall] = [this.world.steady(), this.world.wall()];
    const asked = await this.world.ask();
    this.asking = false;
    const wait = this.take(asked, steady, wall);
    this.callOff = this.world.later(wait, () => void this.again());
    this.world.changed();
  }

  /** Takes an answer to what was asked at those moments; answers when to ask next. */
  private take(asked: Asked, steady: number, wall: number): number {
    if (asked.kind === 'showing') {
      this.failures = 0;
      this.trouble = 'none';
      this.learn(asked.showing, steady, wall);
      return Math.min(EACH, this.left() + 100);
    }
    if (asked.kind === 'unknown_screen') {
      this.trouble = 'unknown_screen';
      this.last = null;
      return REVOKED;
    }
    this.failures += 1;
    this.trouble = 'network';
    return asked.after === null ? Math.min(LONGEST, 1000 * 2 ** (this.failures - 1)) : Math.min(LONGEST, asked.after * 1000);
  }

  /** The step's end is counted from when we asked, not from when the answer came: rather too early than too late. */
  private learn(showing: Showing, steady: number, wall: number): void {
    const past = steady - this.learntSteady;
    if (this.last !== null && past > 500) {
      const measured = (Date.parse(showing.now) - Date.parse(this.last.now)) / past;
      // Ours may stand still in sleep, and answers take their time: only a clock that clearly runs faster is believed.
      this.pace = measured > 1.5 && past < 2 * EACH ? Math.min(FASTEST, measured) : 1;
    }
    const left = (showing.seconds_left * 1000) / this.pace;
    this.last = showing;
    this.learntSteady = steady;
    this.endsSteady = steady + left;
    this.endsWall = wall + left;
  }
}
