import type { Item, Kept } from './types';

/** Items in memory, for browsers that keep nothing (private mode). They end with the page, and the page says so. */
export function inMemory<T extends { id: string } = Item>(): Kept<T> {
  const kept = new Map<string, T>();
  return {
    all: () => Promise.resolve([...kept.values()]),
    put(item) {
      kept.set(item.id, item);
      return Promise.resolve();
    },
    change(id, change) {
      const item = kept.get(id);
      const changed = item === undefined ? null : change(item);
      if (changed !== null) kept.set(id, changed);
      return Promise.resolve(changed);
    },
    remove(id) {
      kept.delete(id);
      return Promise.resolve();
    },
  };
}
