/** The board of a school as it is now: followed by server-sent events, through breaks and refreshed sessions. */
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { api, ApiError } from '@/api/client';
import type { Problem } from '@/api/client';
import { signInAgain } from '@/desk/shell/again';
import type { Board } from './types';
import { serverClock, type ServerClock } from './clock';
import { backOff, follow } from '@/desk/ui/sse';

export interface Live {
  board: ShallowRef<Board | null>;
  state: Ref<'connecting' | 'live' | 'reconnecting' | 'ended'>;
  /** The server's time when the break began, milliseconds; null while live. */
  since: Ref<number | null>;
  /** Why it ended, or why the first connection failed. */
  error: ShallowRef<unknown>;
  clock: ServerClock;
  /** Connects at once instead of waiting. */
  again: () => void;
}

/** Follows the board until the page is left. */
export function useLive(school: string): Live {
  const board = shallowRef<Board | null>(null);
  const state = ref<'connecting' | 'live' | 'reconnecting' | 'ended'>('connecting');
  const since = ref<number | null>(null);
  const error = shallowRef<unknown>(null);
  const clock = serverClock();
  let gone = false;
  let attempt = 0;
  let stop = new AbortController();
  let wake = () => {};

  const open = (signal: AbortSignal) =>
    api.GET('/api/v1/schools/{id}/events', { params: { path: { id: school } }, parseAs: 'stream', signal, headers: { Accept: 'text/event-stream' } });

  function take(event: string, data: string): void {
    if (event === 'end') throw new ApiError(401, JSON.parse(data) as Problem);
    if (event !== 'board') return;
    const next = JSON.parse(data) as Board;
    clock.heard(Date.parse(next.now));
    board.value = next;
    state.value = 'live';
    since.value = null;
    error.value = null;
    attempt = 0;
  }

  /** Whether to try again after a failure: not after a refusal, which another attempt would only repeat. */
  function goOn(problem: unknown): boolean {
    const refused = problem instanceof ApiError && problem.status >= 400 && problem.status < 500 && problem.status !== 429;
    // The stream's session is looked at again by the next request: it refreshes, or answers 401 for good.
    if (!refused || (problem.status === 401 && state.value === 'live')) return true;
    state.value = 'ended';
    error.value = problem;
    if (problem.status === 401) signInAgain();
    return false;
  }

  async function run(): Promise<void> {
    while (!gone) {
      let problem: unknown = new ApiError(0, null);
      try {
        stop = new AbortController();
        await follow(open, take, stop);
      } catch (thrown) {
        if (thrown instanceof ApiError) problem = thrown;
      }
      if (gone || !goOn(problem)) return;
      if (board.value === null) error.value = problem;
      else if (state.value === 'live') since.value = clock.now();
      state.value = board.value === null ? 'connecting' : 'reconnecting';
      await pause(backOff(attempt++));
    }
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const again = () => {
    attempt = 0;
    if (state.value === 'ended') {
      state.value = 'connecting';
      error.value = null;
      void run();
    } else wake();
  };
  const seen = () => {
    if (document.visibilityState === 'visible' && state.value !== 'live') again();
  };
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', seen);
  onScopeDispose(() => {
    gone = true;
    window.removeEventListener('online', again);
    document.removeEventListener('visibilitychange', seen);
    stop.abort();
    wake();
    clock.stop();
  });
  void run();
  return { board, state, since, error, clock, again };
}
