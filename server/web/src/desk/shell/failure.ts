/** What went wrong beyond a page: shown in place of it, with a way out. */
import { shallowRef } from 'vue';

export const failure = shallowRef<unknown>(null);

/** Shows that something failed. */
export function failed(error: unknown): void {
  failure.value = error;
  // For whoever looks into it; nothing of a person is in an error.
  queueMicrotask(() => reportError(error));
}
