import { onScopeDispose, ref, type Ref } from 'vue';

/** Whole seconds that count down to nothing. */
export function useCountdown(): { left: Ref<number>; start: (seconds: number) => void } {
  const left = ref(0);
  let until = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tick(): void {
    // By the clock and not by ticks: a phone that sleeps does not tick.
    left.value = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    if (left.value === 0) clearInterval(timer);
  }

  function start(seconds: number): void {
    clearInterval(timer);
    until = Date.now() + seconds * 1000;
    timer = setInterval(tick, 1000);
    tick();
  }

  onScopeDispose(() => clearInterval(timer));
  return { left, start };
}
