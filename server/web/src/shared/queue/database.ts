/** The database on the phone, with the steps from each version of its schema to the next. */

/** One upgrade: what it finds is the schema before it. Steps are added at the end and never edited. */
export type Step = (database: IDBDatabase, upgrade: IDBTransaction) => void;

export const ITEMS = 'items';
export const LEASES = 'leases';

export const steps: readonly Step[] = [
  (database) => database.createObjectStore(ITEMS, { keyPath: 'id' }),
  (database) => database.createObjectStore(LEASES, { keyPath: 'name' }),
];

/** Some WebKits never answer the first opening after a start of the browser. */
const PATIENCE = 4000;

/** The answer of a request. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

/** When a transaction is on disk. Its requests can succeed before that and still come to nothing. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(transaction.error ?? new Error('IndexedDB'));
    transaction.oncomplete = () => resolve();
    transaction.onabort = failed;
    transaction.onerror = failed;
  });
}

function opened(request: IDBOpenDBRequest, upgrades: readonly Step[]): Promise<IDBDatabase> {
  request.onupgradeneeded = (event) => {
    const upgrade = request.transaction;
    if (upgrade !== null) upgrades.slice(event.oldVersion).forEach((step) => step(request.result, upgrade));
  };
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new Error('IndexedDB does not answer'));
    }, PATIENCE);
    request.onsuccess = () => {
      clearTimeout(timer);
      // Left open, it would hold up the next upgrade.
      if (late) request.result.close();
      else resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new Error('IndexedDB'));
    };
  });
}

/**
 * Opens the database and brings its schema up to date. A page that is older than the database, out of a cache, uses it as it
 * is: versions only add. A tab with an older page lets go, so that it never holds up the upgrade of another.
 */
export async function openDatabase(name: string, upgrades: readonly Step[] = steps): Promise<IDBDatabase> {
  let database: IDBDatabase;
  try {
    database = await opened(indexedDB.open(name, upgrades.length), upgrades);
  } catch (failure) {
    if (!(failure instanceof DOMException) || failure.name !== 'VersionError') throw failure;
    database = await opened(indexedDB.open(name), []);
  }
  database.onversionchange = () => database.close();
  return database;
}
