/** Keeps the screen on where the browser can. The lock is lost whenever the page is hidden, and taken again when it is seen. */
export function awake(): void {
  const take = () => {
    // Old browsers have no wake lock, whatever the types say.
    const locks = (navigator as { wakeLock?: WakeLock }).wakeLock;
    if (document.visibilityState === 'visible') void locks?.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', take);
  // Some browsers want a touch first.
  document.addEventListener('click', take);
  take();
}
