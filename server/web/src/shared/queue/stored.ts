/** Items in IndexedDB. */
import { answer, done, ITEMS, LEASES, openDatabase } from './database';
import type { Item, Items } from './types';

const NAME = 'huxue.queue';

/** Items in a database, and the lease by which one of several tabs sends. */
export interface Stored extends Items {
  /** Takes or prolongs the lease: 0 if it is ours until `now + length`, else milliseconds until the other's ends. */
  lease(owner: string, now: number, length: number): Promise<number>;
  release(owner: string): Promise<void>;
}

interface Lease {
  name: string;
  owner: string;
  until: number;
}

/** An item as it was kept, perhaps by an older page: what it does not say gets its plain meaning. */
function read(kept: Partial<Item> & Pick<Item, 'id' | 'person' | 'content'>): Item {
  const missing = { post: null, role: null, tapped: 0, life: '', lifeMs: 0, state: 'saved' as const, hold: null };
  return { ...missing, roles: [], result: null, refusal: null, ...kept };
}

/** Opens the queue's database; rejects where the browser has none. */
export async function stored(name = NAME): Promise<Stored> {
  let database = await openDatabase(name);
  /** Runs in one transaction; a connection that the system closed meanwhile is opened again, once. */
  async function within<T>(store: string, mode: IDBTransactionMode, work: (of: IDBObjectStore) => Promise<T>): Promise<T> {
    let transaction: IDBTransaction;
    try {
      transaction = database.transaction(store, mode);
    } catch {
      database = await openDatabase(name);
      transaction = database.transaction(store, mode);
    }
    const [result] = await Promise.all([work(transaction.objectStore(store)), done(transaction)]);
    return result;
  }
  return {
    all: () => within(ITEMS, 'readonly', async (items) => ((await answer(items.getAll())) as Item[]).map(read)),
    put: (item) => within(ITEMS, 'readwrite', async (items) => void (await answer(items.put(item)))),
    remove: (id) => within(ITEMS, 'readwrite', (items) => answer(items.delete(id))),
    change: (id, change) =>
      within(ITEMS, 'readwrite', async (items) => {
        const kept = (await answer(items.get(id))) as Item | undefined;
        const changed = kept === undefined ? null : change(read(kept));
        if (changed !== null) await answer(items.put(changed));
        return changed;
      }),
    lease: (owner, now, length) =>
      within(LEASES, 'readwrite', async (leases) => {
        const held = (await answer(leases.get('sender'))) as Lease | undefined;
        const left = held === undefined || held.owner === owner ? 0 : held.until - now;
        // A lease that would last longer than any is given was made by a clock that has been set back since.
        if (left > 0 && left <= length) return left;
        await answer(leases.put({ name: 'sender', owner, until: now + length }));
        return 0;
      }),
    release: (owner) =>
      within(LEASES, 'readwrite', async (leases) => {
        const held = (await answer(leases.get('sender'))) as Lease | undefined;
        if (held?.owner === owner) await answer(leases.delete('sender'));
      }),
  };
}
