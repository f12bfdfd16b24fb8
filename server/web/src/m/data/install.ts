/** Installing to the home screen, where the browser offers it. */
import { shallowRef } from 'vue';

interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's offer; null if there is none (iOS offers nothing: there a person uses the menu). */
export const offer = shallowRef<InstallEvent | null>(null);

/** Listens for the offer. Called once, at the start: it comes early and only once. */
export function listenForOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer.value = event as InstallEvent;
  });
  window.addEventListener('appinstalled', () => (offer.value = null));
}

export function installed(): boolean {
  return matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true;
}
