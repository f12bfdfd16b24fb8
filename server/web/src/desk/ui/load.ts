/** Reads something for a page: what is there, whether it is being read, what went wrong. */
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue';
import { ApiError } from '@/api/client';
import { signInAgain } from '@/desk/shell/again';

export interface Load<T> {
  data: ShallowRef<T | null>;
  error: ShallowRef<unknown>;
  /** True while the first or a changed question is asked; `reload` keeps what is shown. */
  loading: Ref<boolean>;
  reload: () => Promise<void>;
}

/** Asks at once and whenever `on` changes. An answer to an older question is dropped. */
export function useLoad<T>(ask: () => Promise<T>, on: WatchSource[] = []): Load<T> {
  const data = shallowRef<T | null>(null);
  const error = shallowRef<unknown>(null);
  const loading = ref(true);
  let question = 0;
  const reload = async () => {
    const mine = ++question;
    try {
      const answer = await ask();
      if (mine !== question) return;
      data.value = answer;
      error.value = null;
    } catch (problem) {
      if (mine !== question) return;
      error.value = problem;
      if (problem instanceof ApiError && problem.status === 401) signInAgain();
    }
    loading.value = false;
  };
  const anew = () => {
    data.value = null;
    error.value = null;
    loading.value = true;
    void reload();
  };
  if (on.length > 0) watch(on, anew);
  onScopeDispose(() => question++);
  void reload();
  return { data, error, loading, reload };
}
