/** Letters in IndexedDB, in a database of their own; in memory where the browser keeps nothing. */
import { answer, done, openDatabase, type Step } from '@/shared/queue/database';
import { inMemory } from '@/shared/queue/memory';
import type { Kept } from '@/shared/queue/types';
import type { Letter } from './letter';

const NAME = 'huxue.outbox';
const LETTERS = 'letters';

const steps: readonly Step[] = [(database) => database.createObjectStore(LETTERS, { keyPath: 'id' })];

async function stored(): Promise<Kept<Letter>> {
  let database = await openDatabase(NAME, steps);
  /** Runs in one transaction; a connection that the system closed meanwhile is opened again, once. */
  async function within<T>(mode: IDBTransactionMode, work: (letters: IDBObjectStore) => Promise<T>): Promise<T> {
    let transaction: IDBTransaction;
    try {
      transaction = database.transaction(LETTERS, mode);
    } catch {
      database = await openDatabase(NAME, steps);
      transaction = database.transaction(LETTERS, mode);
    }
    const [result] = await Promise.all([work(transaction.objectStore(LETTERS)), done(transaction)]);
    return result;
  }
  return {
    all: () => within('readonly', async (letters) => (await answer(letters.getAll())) as Letter[]),
    put: (letter) => within('readwrite', async (letters) => void (await answer(letters.put(letter)))),
    remove: (id) => within('readwrite', (letters) => answer(letters.delete(id))),
    change: (id, change) =>
      within('readwrite', async (letters) => {
        const kept = (await answer(letters.get(id))) as Letter | undefined;
        const changed = kept === undefined ? null : change(kept);
        if (changed !== null) await answer(letters.put(changed));
        return changed;
      }),
  };
}

export interface Letters extends Kept<Letter> {
  /** False if letters end with the page: say so on the screen. */
  durable: boolean;
}

/** The letters of this browser. What its database does not take, for instance because the phone is full, lives as long as the page. */
export async function openLetters(): Promise<Letters> {
  const spare = inMemory<Letter>();
  const database = await stored().catch(() => null);
  const kept = database ?? inMemory<Letter>();
  const letters: Letters = {
    durable: database !== null,
    async all() {
      const own = await spare.all();
      try {
        return [...(await kept.all()), ...own];
      } catch {
        letters.durable = false;
        return own;
      }
    },
    async put(letter) {
      try {
        await kept.put(letter);
      } catch {
        letters.durable = false;
        await spare.put(letter);
      }
    },
    async change(id, change) {
      return (await spare.change(id, change)) ?? (await kept.change(id, change));
    },
    async remove(id) {
      await spare.remove(id);
      await kept.remove(id);
    },
  };
  return letters;
}
