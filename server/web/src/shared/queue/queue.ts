/**
 * The queue of check-ins on this phone: written first, sent then. For the phone page and the phone app alike; all tabs share it.
 * `docs`: mobile-api-spec/README.md, section 6.
 */
import { session } from '@/shared/session';
import { sendsAlone } from './alone';
import { pageClock, stamp, type Clock } from './clock';
import { deviceId } from './device';
import { inMemory } from './memory';
import { post as postCheckIns } from './post';
import { Sender, type Sending, type World } from './sender';
import { stored, type Stored } from './stored';
import type { Draft, Item, Items, Position, Role } from './types';
import { uuid7 } from './uuid';

/** Settled items are shown for a week, then forgotten: the server has them. */
const KEPT_MS = 7 * 24 * 3600 * 1000;

/** What tests replace. */
export type Parts = Partial<Omit<World, 'items' | 'changed'>> & { open?: () => Promise<Stored> };

export class Queue {
  /** False if items end with the page, because the browser keeps nothing: say so on the screen. */
  durable: boolean;
  private readonly kept: Items;
  /** What the database did not take, for instance because the phone is full. */
  private readonly spare = inMemory();
  private readonly clock: Clock;
  private readonly sender: Sender;
  private readonly listeners = new Set<() => void>();

  /** Use {@link openQueue}. */
  constructor(database: Stored | null, parts: Parts) {
    this.durable = database !== null;
    this.kept = database ?? inMemory();
    this.clock = parts.clock ?? pageClock;
    this.sender = new Sender({
      items: { all: () => this.all(), put: (item) => this.put(item), change: (id, change) => this.change(id, change), remove: (id) => this.remove(id) },
      clock: this.clock,
      person: parts.person ?? (() => session()?.person.id ?? null),
      post: parts.post ?? postCheckIns,
      alone: parts.alone ?? sendsAlone(database, this.clock.life),
      later: parts.later ?? later,
      random: parts.random ?? Math.random,
      changed: () => this.changed(),
    });
  }

  /** How the sending stands. */
  get sending(): Sending {
    return this.sender.sending;
  }

  /** Calls back on each change; answers how to stop that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** All items, newest first. Those of other people are there too: show them by number alone. */
  async list(): Promise<Item[]> {
    return (await this.all()).sort((a, b) => b.tapped - a.tapped);
  }

  /** Saves a tap. It is on the phone when this settles; sending goes on by itself. */
  async add(draft: Draft): Promise<Item> {
    const { wall: tapped, steady } = draft.at ?? { wall: this.clock.wall(), steady: this.clock.steady() };
    const item: Item = {
      id: uuid7(tapped),
      person: draft.person,
      post: draft.post,
      content: {
        kind: draft.kind,
        code: draft.code,
        short_code: draft.short_code,
        created_at: stamp(tapped),
        position: draft.position ?? null,
        device_id: deviceId(),
      },
      role: null,
      tapped,
      life: this.clock.life,
      lifeMs: steady,
      state: 'saved',
      hold: draft.position === undefined ? 'position' : null,
      roles: [],
      result: null,
      refusal: null,
    };
    await this.put(item);
    this.changed();
    void this.flush();
    return item;
  }

  /** Completes a tap by its position, or by null if none came. Too late once the item was sent. */
  async locate(id: string, position: Position | null): Promise<void> {
    await this.edit(id, (item) =>
      item.hold === 'position' ? { ...item, hold: null, content: { ...item.content, position } } : null,
    );
  }

  /** Answers the question for the role; the item goes out again under its id. */
  async choose(id: string, role: Role): Promise<void> {
    await this.edit(id, (item) => (item.hold === 'role' ? { ...item, hold: null, role, roles: [], result: null } : null));
  }

  /** Sends a dead letter once more, as it is. */
  async again(id: string): Promise<void> {
    await this.edit(id, (item) => (item.state === 'dead' ? { ...item, state: 'saved', hold: null } : null));
  }

  /** Throws a dead letter away: only after the person has said so twice. */
  async discard(id: string): Promise<void> {
    const item = (await this.all()).find((one) => one.id === id);
    if (item?.state !== 'dead') return;
    await this.remove(id);
    this.changed();
  }

  /** Sends what is due. */
  flush(): Promise<void> {
    return this.sender.flush().catch(() => undefined);
  }

  /** Sends whenever there is reason to hope: now, when the network or the person comes back. Answers how to stop. */
  start(): () => void {
    const flush = () => void this.flush();
    const seen = () => {
      if (document.visibilityState === 'visible') flush();
    };
    addEventListener('online', flush);
    addEventListener('pageshow', flush);
    document.addEventListener('visibilitychange', seen);
    void this.forget().then(flush);
    return () => {
      removeEventListener('online', flush);
      removeEventListener('pageshow', flush);
      document.removeEventListener('visibilitychange', seen);
      this.sender.stop();
    };
  }

  /** Forgets what was settled long ago. */
  private async forget(): Promise<void> {
    const before = this.clock.wall() - KEPT_MS;
    const old = (await this.all()).filter((item) => (item.state === 'received' || item.state === 'accepted') && item.tapped < before);
    await Promise.all(old.map((item) => this.remove(item.id)));
  }

  private async edit(id: string, change: (item: Item) => Item | null): Promise<void> {
    if ((await this.change(id, change)) === null) return;
    this.changed();
    void this.flush();
  }

  private async all(): Promise<Item[]> {
    const spare = await this.spare.all();
    try {
      return [...(await this.kept.all()), ...spare];
    } catch {
      this.durable = false;
      return spare;
    }
  }

  private async put(item: Item): Promise<void> {
    try {
      await this.kept.put(item);
    } catch {
      this.durable = false;
      await this.spare.put(item);
    }
  }

  private async change(id: string, change: (item: Item) => Item | null): Promise<Item | null> {
    return (await this.spare.change(id, change)) ?? (await this.kept.change(id, change));
  }

  private async remove(id: string): Promise<void> {
    await this.spare.remove(id);
    await this.kept.remove(id);
  }

  private changed(): void {
    this.listeners.forEach((listener) => listener());
  }
}

function later(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/** The queue of this browser; in memory where it keeps nothing. Never rejects. */
export async function openQueue(parts: Parts = {}): Promise<Queue> {
  const database = await (parts.open ?? stored)().catch(() => null);
  return new Queue(database, parts);
}
