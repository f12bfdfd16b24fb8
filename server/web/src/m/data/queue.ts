/** The queue of check-ins, shared with the phone page, as the app shows it. */
import { computed, shallowRef, triggerRef } from 'vue';
import { openQueue, type Queue } from '@/shared/queue/queue';
import type { Item } from '@/shared/queue/types';
import { session } from '@/shared/session';

let opening: Promise<Queue> | null = null;
const all = shallowRef<Item[]>([]);
const sending = shallowRef<Queue['sending']>({ phase: 'idle', retryAt: null });
const durable = shallowRef(true);

/** The one queue of this page; opened and set going by the first who asks. */
export function queue(): Promise<Queue> {
  opening ??= open();
  return opening;
}

async function open(): Promise<Queue> {
  const opened = await openQueue();
  const look = () => void show(opened);
  opened.onChange(look);
  opened.start();
  await show(opened);
  return opened;
}

async function show(from: Queue): Promise<void> {
  all.value = await from.list();
  sending.value = from.sending;
  durable.value = from.durable;
  triggerRef(all);
}

const me = () => session()?.person.id ?? null;

/** My items, newest first. */
export const items = computed(() => all.value.filter((item) => item.person === me()));

/** How many wait here to be sent: mine, and with nobody signed in everybody's. */
export const unsent = computed(() => all.value.filter((item) => item.state === 'saved' && (me() === null || item.person === me())).length);

/** Items of other people who used this phone: shown by their number alone. */
export const foreign = computed(() => all.value.filter((item) => item.state === 'saved' && item.person !== me()).length);

export const dead = computed(() => items.value.filter((item) => item.state === 'dead').length);

export { durable, sending };
