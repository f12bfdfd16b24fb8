/** Today by the server's clock and the school's calendar: this computer's may be wrong. */
import { ref, type Ref } from 'vue';
import { api, ok } from '@/api/client';
import { dateOf } from '@/shared/format';
import { zone } from '@/desk/shell/place';

const KEPT = 60_000;
let last: { school: string; at: number; date: Promise<string> } | null = null;

/** Today at a school; asked for at most once a minute. */
export function todayOf(school: string): Promise<string> {
  const at = performance.now();
  if (last === null || last.school !== school || at - last.at > KEPT) {
    const date = ok(api.GET('/api/v1/schools/{id}/board', { params: { path: { id: school } } })).then((board) => board.date);
    last = { school, at, date };
    date.catch(() => (last = null));
  }
  return last.date;
}

/** Today as a value: this computer's until the server has said. */
export function useToday(school: string): Ref<string> {
  const today = ref(dateOf(Date.now(), zone.value));
  void todayOf(school).then((date) => (today.value = date)).catch(() => undefined);
  return today;
}
