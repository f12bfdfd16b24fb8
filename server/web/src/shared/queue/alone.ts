/** One sender over all tabs: by a lock of the browser, else by a lease in the database. */
import type { Stored } from './stored';

const NAME = 'huxue.queue';
/** Longer than one request may take. */
const LEASE = 40_000;

/** Prolongs the lease while the work goes on: a queue of a week can take many requests. */
async function leased(items: Stored, owner: string, work: () => Promise<void>): Promise<void> {
  for (;;) {
    const wait = await items.lease(owner, Date.now(), LEASE);
    if (wait === 0) break;
    await new Promise((resolve) => setTimeout(resolve, Math.min(wait, 1000)));
  }
  const timer = setInterval(() => void items.lease(owner, Date.now(), LEASE), LEASE / 4);
  try {
    await work();
  } finally {
    clearInterval(timer);
    await items.release(owner);
  }
}

/** A tab that the system put to sleep can hold its lock for ever. Two senders do no harm, one that never sends does. */
async function locked(work: () => Promise<void>): Promise<void> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), LEASE);
  const got = () => {
    clearTimeout(timer);
    return work();
  };
  try {
    await navigator.locks.request(NAME, { signal: end.signal }, got);
  } catch (failure) {
    if (!end.signal.aborted) throw failure;
    await work();
  }
}

/** How this tab gets to send alone. `items` is null where nothing is kept: then there is nothing to share. */
export function sendsAlone(items: Stored | null, owner: string): (work: () => Promise<void>) => Promise<void> {
  if ((navigator as Partial<Navigator>).locks) return locked;
  if (items === null) return (work) => work();
  return (work) => leased(items, owner, work);
}
