/** The service worker of the phone page: a reload without a network shows the page and what was last known of the post. */
import { CACHE } from './cache_name';

interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(until: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
interface Fetching {
  request: Request;
  respondWith(answer: Promise<Response>): void;
  waitUntil(until: Promise<unknown>): void;
}

const worker = self as unknown as Worker;
/** As long as this the network may take; then the page comes from here. */
const PATIENCE = 4000;
/** As many posts are kept; a code on a screen changes all the time. */
const MOST = 5;
const FACTS = /<script type="application\/json" id="facts">[\s\S]*?<\/script>/;

async function store(key: string, answer: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.delete(key);
  await cache.put(key, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((old) => cache.delete(old)));
}

/** The page kept for this post, marked as old; else any page without its facts, which still takes a check-in. */
async function kept(key: string): Promise<Response | null> {
  const cache = await caches.open(CACHE);
  const same = await cache.match(key);
  const [any] = await cache.keys();
  const found = same ?? (any && (await cache.match(any)));
  if (!found) return null;
  const text = await found.text();
  const page = same ? text.replace('id="facts"', 'id="facts" data-cached') : text.replace(FACTS, '');
  return new Response(page, { headers: found.headers });
}

async function answer(event: Fetching): Promise<Response> {
  const key = new URL(event.request.url).pathname;
  const network = fetch(event.request).then((got) => {
    if (got.ok && !got.redirected) event.waitUntil(store(key, got.clone()));
    return got;
  });
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  const quick = await Promise.race([network, patience]).catch(() => null);
  // What the server says of a code stands; that it cannot answer now is no better than no network.
  if (quick !== null && quick.status < 500) return quick;
  return (await kept(key)) ?? quick ?? (await network);
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => {
  const clean = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('huxue-c-') && name !== CACHE).map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});
worker.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate' && event.request.method === 'GET') event.respondWith(answer(event));
});
