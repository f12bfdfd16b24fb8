/** What one is told while the desk is open: how much is unread, and the latest as a notice. */
import { shallowRef, watch } from 'vue';
import { api, ApiError, type Problem } from '@/api/client';
import type { components } from '@/api/schema';
import { notice } from '@/desk/ui/notice';
import { backOff, follow } from '@/desk/ui/sse';
import { me } from './me';

export type InboxNow = components['schemas']['InboxNowBody'];

/** What stands in one's inbox; null until it is known. */
export const inbox = shallowRef<InboxNow | null>(null);

let stop = new AbortController();
let follower: string | null = null;

const open = (signal: AbortSignal) => api.GET('/api/v1/me/alerts/events', { parseAs: 'stream', signal, headers: { Accept: 'text/event-stream' } });

/** What is new is said once; what was there when the desk was opened is only counted. */
export function news(before: InboxNow | null, now: InboxNow): string | null {
  const latest = now.latest ?? null;
  return before === null || latest === null || now.unread <= before.unread || latest.id === before.latest?.id ? null : latest.text;
}

function take(event: string, data: string): void {
  if (event === 'end') throw new ApiError(401, JSON.parse(data) as Problem);
  if (event !== 'inbox') return;
  const now = JSON.parse(data) as InboxNow;
  const said = news(inbox.value, now);
  inbox.value = now;
  if (said !== null) notice(said);
}

async function run(person: string): Promise<void> {
  for (let attempt = 0; follower === person; attempt++) {
    stop = new AbortController();
    const failed: unknown = await follow(open, (event, data) => {
      attempt = 0;
      take(event, data);
    }, stop).catch((thrown: unknown) => thrown);
    // Without a session nobody is told anything; the page's own requests lead to signing in.
    if (failed instanceof ApiError && failed.status >= 400 && failed.status < 500 && failed.status !== 429) return;
    await new Promise((resolve) => setTimeout(resolve, backOff(attempt)));
  }
}

/** Follows the inbox of whoever is signed in, for as long as they are. */
export function followInbox(): void {
  watch(() => me.value?.id ?? null, (person) => {
    follower = person;
    inbox.value = null;
    stop.abort();
    if (person !== null) void run(person);
  }, { immediate: true });
}
