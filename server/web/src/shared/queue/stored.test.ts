import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendsAlone } from './alone';
import { answer, done, ITEMS, LEASES, openDatabase, steps, type Step } from './database';
import { stored } from './stored';
import { uuid7 } from './uuid';

let name: string;
beforeEach(() => (name = uuid7()));
afterEach(() => vi.unstubAllGlobals());

const old = { id: '1', person: 'wang', content: { kind: 'arrive', code: 'A', short_code: null, created_at: 'c', position: null, device_id: 'd' } };

async function fill(database: IDBDatabase): Promise<void> {
  const transaction = database.transaction(ITEMS, 'readwrite');
  transaction.objectStore(ITEMS).put(old);
  await done(transaction);
}

describe('upgrades', () => {
  it('from each version on keep what is in the queue', async () => {
    for (let version = 1; version <= steps.length; version += 1) {
      const from = `${name} ${version}`;
      const database = await openDatabase(from, steps.slice(0, version));
      await fill(database);
      database.close();
      const items = await stored(from);
      expect(await items.all(), `from version ${version}`).toMatchObject([{ ...old, state: 'saved', hold: null, result: null }]);
      expect(await items.lease('me', 0, 10)).toBe(0);
    }
  });

  it('a step may rewrite items; a failing one leaves all as it was', async () => {
    await fill(await openDatabase(name));
    const rewrite: Step = (_, upgrade) => {
      const items = upgrade.objectStore(ITEMS);
      items.get('1').onsuccess = () => items.put({ ...old, post: '东门' });
    };
    const failing: Step = () => {
      throw new Error('a defect');
    };
    await expect(openDatabase(name, [...steps, failing])).rejects.toThrow();
    const database = await openDatabase(name, [...steps, rewrite]);
    expect(await answer(database.transaction(ITEMS).objectStore(ITEMS).get('1'))).toMatchObject({ id: '1', post: '东门' });
  });

  it('an older page uses a newer database as it is', async () => {
    const newer = await openDatabase(name, [...steps, (database) => database.createObjectStore('more')]);
    await fill(newer);
    newer.close();
    expect((await (await stored(name)).all()).map((item) => item.id)).toEqual(['1']);
  });

  it('a tab that is open lets go, and finds its way back', async () => {
    const open = await stored(name);
    const newer = await openDatabase(name, [...steps, (database) => database.createObjectStore('more')]);
    await fill(newer);
    expect((await open.all()).map((item) => item.id)).toEqual(['1']);
  });

  it('steps create what the queue uses', async () => {
    expect([...(await openDatabase(name)).objectStoreNames].sort()).toEqual([ITEMS, LEASES].sort());
  });
});

describe('an item', () => {
  it('changes in one transaction, or not at all', async () => {
    const items = await stored(name);
    const whole = { ...old, post: null, role: null, tapped: 0, life: '', lifeMs: 0, state: 'saved', hold: null, roles: [], result: null, refusal: null };
    await items.put(whole as never);
    expect(await items.change('1', () => null)).toBeNull();
    expect(await items.change('2', (item) => item)).toBeNull();
    expect((await items.change('1', (item) => ({ ...item, state: 'dead' })))?.state).toBe('dead');
    await items.remove('1');
    expect(await items.all()).toEqual([]);
  });
});

describe('the lease', () => {
  it('belongs to one tab until it ends or is given back', async () => {
    const items = await stored(name);
    expect(await items.lease('a', 0, 1000)).toBe(0);
    expect(await items.lease('b', 400, 1000)).toBe(600);
    expect(await items.lease('a', 400, 1000)).toBe(0);
    await items.release('b');
    expect(await items.lease('b', 500, 1000)).toBe(900);
    await items.release('a');
    expect(await items.lease('b', 500, 1000)).toBe(0);
    expect(await items.lease('a', 1500, 1000)).toBe(0);
  });

  it('of a clock that was set back since does not hold for ever', async () => {
    const items = await stored(name);
    await items.lease('a', 1_000_000, 1000);
    expect(await items.lease('b', 0, 1000)).toBe(0);
  });

  it('lets one work after the other where the browser has no locks', async () => {
    vi.stubGlobal('navigator', {});
    const items = await stored(name);
    const [a, b] = [sendsAlone(items, 'a'), sendsAlone(items, 'b')];
    const seen: string[] = [];
    const work = (who: string) => async () => {
      seen.push(`${who} begins`);
      await items.all();
      seen.push(`${who} ends`);
    };
    await a(work('a'));
    await b(work('b'));
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(await items.lease('c', Date.now(), 10)).toBe(0);
  });
});
