/** Loading for a page: what was last known at once, then what the server says, and again while somebody looks. */
import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { ApiError } from '@/api/client';
import { recall, remember } from './cache';

export interface Loaded<T> {
  data: ShallowRef<T | null>;
  /** When `data` was learnt, by this phone's clock. */
  at: Ref<number | null>;
  error: ShallowRef<ApiError | null>;
  busy: Ref<boolean>;
  /** Nothing to show yet and nothing wrong yet. */
  blank: ComputedRef<boolean>;
  reload: () => Promise<void>;
}

interface Options {
  /** Keeps what was learnt under this key for when the network is away. */
  key?: () => string;
  /** Loads again after so many milliseconds, while the page is visible. */
  every?: number;
}

/** Loads now, when the network comes back, when the page is looked at again, and by the clock if asked to. */
export function useLoad<T>(load: () => Promise<T>, options: Options = {}): Loaded<T> {
  const data = shallowRef<T | null>(null);
  const at = ref<number | null>(null);
  const error = shallowRef<ApiError | null>(null);
  const busy = ref(false);
  let latest = 0;

  async function reload(): Promise<void> {
    const turn = (latest += 1);
    const key = options.key?.();
    busy.value = true;
    try {
      const fresh = await load();
      // An answer that was overtaken, for another school perhaps, is let go.
      if (turn !== latest) return;
      data.value = fresh;
      at.value = Date.now();
      error.value = null;
      if (key !== undefined) remember(key, fresh);
    } catch (cause) {
      if (turn === latest) error.value = asApiError(cause);
    } finally {
      if (turn === latest) busy.value = false;
    }
  }

  function begin(): void {
    const known = options.key === undefined ? null : recall<T>(options.key());
    if (known !== null) {
      data.value = known.value;
      at.value = known.at;
    }
    void reload();
  }

  begin();
  whileLooking(() => void reload(), options.every);
  return { data, at, error, busy, blank: computed(() => data.value === null && error.value === null), reload };
}

/** Runs `again` when the network or the reader comes back, and every so often while the page is visible. */
export function whileLooking(again: () => void, every?: number): void {
  const visible = () => document.visibilityState === 'visible';
  const whenVisible = () => visible() && again();
  const timer = every === undefined ? undefined : setInterval(whenVisible, every);
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', whenVisible);
  onScopeDispose(() => {
    clearInterval(timer);
    window.removeEventListener('online', again);
    document.removeEventListener('visibilitychange', whenVisible);
  });
}

/** What was thrown, as a refusal or a failure that can be shown. */
export function asApiError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  // A defect of ours: shown as a failure, and left for the console.
  queueMicrotask(() => reportError(cause));
  return new ApiError(-1, null);
}
