/** Short notices at the foot of the page, read out by screen readers: "saved", with "undo" where that is possible. */
import { shallowRef } from 'vue';

export interface Notice {
  id: number;
  text: string;
  undo?: () => void;
  /** Something did not work; it stays until it is closed. */
  failed: boolean;
}

export const notices = shallowRef<Notice[]>([]);

/** How long a notice stays, milliseconds; longer where something can be undone. */
const STAYS = 5000;
const STAYS_UNDO = 12_000;
let last = 0;

/** Says that something was done. */
export function notice(text: string, undo?: () => void): void {
  const one: Notice = undo === undefined ? { id: ++last, text, failed: false } : { id: ++last, text, undo, failed: false };
  notices.value = [...notices.value.slice(-2), one];
  setTimeout(() => drop(one.id), undo === undefined ? STAYS : STAYS_UNDO);
}

/** Says that something did not work, until it is closed. */
export function complain(text: string): void {
  notices.value = [...notices.value.slice(-2), { id: ++last, text, failed: true }];
}

/** Takes a notice away. */
export function drop(id: number): void {
  notices.value = notices.value.filter((one) => one.id !== id);
}
