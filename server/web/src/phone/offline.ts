/** The page without a network, where the browser has service workers. WeChat's has none: all else works without. */
import { CACHE } from './cache_name';

/** Has the worker keep this page; the first visit is not under its control yet, so the page does it itself. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator) || !location.pathname.startsWith('/c/')) return;
  const keep = async () => {
    await navigator.serviceWorker.register('/c-sw.js', { scope: '/c/' });
    if (navigator.serviceWorker.controller === null && 'caches' in window) await (await caches.open(CACHE)).add(location.pathname);
  };
  // What is needed for the first check-in goes first.
  setTimeout(() => void keep().catch(() => undefined), 3000);
}
