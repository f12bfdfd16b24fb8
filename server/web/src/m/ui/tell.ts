/** One short sentence at the foot of the page, read out by screen readers: that something was done. */
import { shallowRef } from 'vue';

export const told = shallowRef('');

/** How long it stays, milliseconds. */
const STAYS = 4000;
let going: ReturnType<typeof setTimeout> | undefined;

/** Says that something was done. */
export function tell(text: string): void {
  told.value = text;
  clearTimeout(going);
  going = setTimeout(() => (told.value = ''), STAYS);
}
