/** Sends what is saved: one sender at a time over all tabs, and never for anybody but the person who tapped. */
import { backOff, LONGEST } from './back_off';
import { batch, wire } from './batch';
import type { Clock } from './clock';
import type { Answer } from './post';
import { refused, resultFor, settled } from './settle';
import type { Item, Items, Result, Wire } from './types';

/** How the sending stands, for the screen. */
export interface Sending {
  phase: 'idle' | 'sending' | 'waiting' | 'sign_in';
  /** When the next try is due, by the wall clock, while `waiting`. */
  retryAt: number | null;
}

/** All that the sender needs of the world. */
export interface World {
  items: Items;
  clock: Clock;
  /** Who is signed in now. */
  person(): string | null;
  post(person: string, items: () => Wire[]): Promise<Answer>;
  /** Runs `work` while no other tab sends. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Calls back later; answers how to call it off. */
  later(ms: number, call: () => void): () => void;
  random(): number;
  changed(): void;
}

/** Why a round ended before everything was sent. */
type Stop = { kind: 'later'; after: number | null } | { kind: 'sign_in' };

/** Whether an item may go out now. One whose position is still looked for waits for it, but not for ever. */
export function due(item: Item, now: number): boolean {
  if (item.state !== 'saved' || item.hold === 'role') return false;
  return item.hold === null || heldUntil(item) <= now || item.tapped > now;
}

/** No fix is waited for longer than 10 s; after 15 s the page that looked for it must have gone. */
export function heldUntil(item: Item): number {
  return item.tapped + 15_000;
}

export class Sender {
  sending: Sending = { phase: 'idle', retryAt: null };
  private readonly world: World;
  private running: Promise<void> | null = null;
  private again = false;
  private failures = 0;
  /** Before this the server asked not to come back. */
  private notBefore = 0;
  private callOff: () => void = () => undefined;

  constructor(world: World) {
    this.world = world;
  }

  /** Sends all that is due, now or as soon as the server allows it. Settles when there is nothing more to do for now. */
  flush(): Promise<void> {
    this.again = true;
    this.running ??= this.rounds()
      // The storage failed; nothing is lost by trying again.
      .catch(() => this.fail(null))
      .finally(() => (this.running = null));
    return this.running;
  }

  /** Stops the timer. */
  stop(): void {
    this.callOff();
  }

  private async rounds(): Promise<void> {
    while (this.again) {
      this.again = false;
      const wait = this.notBefore - this.world.clock.wall();
      // More than any answer asks for: the wall clock was set back since.
      if (wait > 0 && wait < 2 * LONGEST) return this.wait(wait);
      await this.world.alone(() => this.round());
      // What was asked for meanwhile has its turn with the next try.
      if (this.sending.phase === 'waiting') return;
    }
  }

  private async round(): Promise<void> {
    const person = this.world.person();
    const all = await this.world.items.all();
    const now = this.world.clock.wall();
    const mine = all.filter((item) => item.person === person && due(item, now)).sort((a, b) => a.tapped - b.tapped || (a.id < b.id ? -1 : 1));
    if (person === null || mine.length === 0) return this.rest(person, all);
    this.say({ phase: 'sending', retryAt: null });
    const stop = await this.deliverAll(person, mine);
    if (stop?.kind === 'later') return this.fail(stop.after);
    this.failures = 0;
    if (stop === null) return this.rest(person, await this.world.items.all());
    this.say({ phase: 'sign_in', retryAt: null });
  }

  /** Nothing to send. Somebody who has left something unsent and is not signed in is asked to sign in. */
  private rest(person: string | null, all: Item[]): void {
    const waits = person === null && all.some((item) => item.state === 'saved');
    this.say({ phase: waits ? 'sign_in' : 'idle', retryAt: null });
    const held = all.filter((item) => item.person === person && item.hold === 'position' && item.state === 'saved');
    if (held.length > 0) this.schedule(Math.max(500, Math.min(...held.map(heldUntil)) - this.world.clock.wall()));
  }

  private async deliverAll(person: string, items: Item[]): Promise<Stop | null> {
    let rest = items;
    while (rest.length > 0) {
      const part = batch(rest, this.world.clock);
      const stop = await this.deliver(person, part);
      if (stop !== null) return stop;
      rest = rest.slice(part.length);
    }
    return null;
  }

  /** Sends some items. Too large: in halves. Refused as a whole: one by one, so that one cannot hold up the others. */
  private async deliver(person: string, items: Item[]): Promise<Stop | null> {
    const ready = await this.taken(items);
    if (ready.length === 0) return null;
    const answer = await this.world.post(person, () => ready.map((item) => wire(item, this.world.clock)));
    if (answer.kind === 'later' || answer.kind === 'sign_in') return answer;
    if (answer.kind === 'results') return await this.settle(ready, answer.results);
    const [only] = ready;
    if (ready.length > 1) return await this.inParts(person, ready, answer.kind === 'too_large' ? Math.ceil(ready.length / 2) : 1);
    const refusal = answer.kind === 'refused' ? answer.refusal : { code: 'body_too_large', title: '' };
    if (only !== undefined) await this.change(only.id, (item) => refused(item, refusal));
    return null;
  }

  private async inParts(person: string, items: Item[], size: number): Promise<Stop | null> {
    for (let from = 0; from < items.length; from += size) {
      const stop = await this.deliver(person, items.slice(from, from + size));
      if (stop !== null) return stop;
    }
    return null;
  }

  /** The items as they are now, none of them open to completion any more: what is sent is what was sent, for ever. */
  private async taken(items: Item[]): Promise<Item[]> {
    const ready: Item[] = [];
    for (const { id } of items) {
      const item = await this.world.items.change(id, (kept) => (kept.state === 'saved' && kept.hold !== 'role' ? { ...kept, hold: null } : null));
      if (item !== null) ready.push(item);
    }
    return ready;
  }

  /** Each item by its own result. One that the server forgot stays saved and is sent again later. */
  private async settle(items: Item[], results: Result[]): Promise<Stop | null> {
    let forgotten = false;
    for (const [place, { id }] of items.entries()) {
      const result = resultFor(items, results, place);
      if (result === undefined) forgotten = true;
      else await this.change(id, (item) => (item.state === 'saved' ? settled(item, result) : null));
    }
    return forgotten ? { kind: 'later', after: null } : null;
  }

  private async change(id: string, change: (item: Item) => Item | null): Promise<void> {
    await this.world.items.change(id, change);
    this.world.changed();
  }

  private fail(after: number | null): void {
    this.failures += 1;
    const ms = backOff(this.failures, after, this.world.random());
    if (after !== null) this.notBefore = this.world.clock.wall() + ms;
    this.wait(ms);
  }

  private wait(ms: number): void {
    this.say({ phase: 'waiting', retryAt: this.world.clock.wall() + ms });
    this.schedule(ms);
  }

  private schedule(ms: number): void {
    this.callOff();
    this.callOff = this.world.later(ms, () => void this.flush());
  }

  private say(sending: Sending): void {
    this.sending = sending;
    this.world.changed();
  }
}

