/** The server's clock, as far as its answers told it: a phone's own may be wrong by hours. */
import { computed, onScopeDispose, ref, type Ref } from 'vue';

const offset = ref(0);
let learnt = false;

/** Learns the server's moment from an answer that just came. */
export function learnNow(at: string): void {
  offset.value = Date.parse(at) - Date.now();
  learnt = true;
}

/** Whether an answer has told it since this page was opened; else this phone's own clock stands for it. */
export const knowsNow = (): boolean => learnt;

/** The server's moment now, milliseconds. */
export function serverNow(): number {
  return Date.now() + offset.value;
}

/** The server's moment, each second, and at once when its clock becomes known. */
export function useServerNow(): Readonly<Ref<number>> {
  const own = ref(Date.now());
  const timer = setInterval(() => (own.value = Date.now()), 1000);
  onScopeDispose(() => clearInterval(timer));
  return computed(() => own.value + offset.value);
}
