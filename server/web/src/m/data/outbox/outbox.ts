/** The outbox of this phone: hazards, and what else has to reach the server and is no check-in. */
import { computed, ref, shallowRef, watch } from 'vue';
import { ApiError } from '@/api/client';
import { backOff } from '@/shared/queue/back_off';
import { session } from '@/shared/session';
import { asApiError } from '../load';
import { profile } from '../me';
import { deliver, isRefusal } from './deliver';
import type { Draft, EndLetter, Letter } from './letter';
import { openLetters, type Letters } from './store';

let opening: Promise<Letters> | null = null;
const all = shallowRef<Letter[]>([]);

/** False if what is written ends with the page, because the browser keeps nothing. */
export const durable = ref(true);
/** The letter on its way now. */
export const onItsWay = ref<string | null>(null);
/** The letter that arrived last. */
export const arrived = shallowRef<Letter | null>(null);

const me = () => session()?.person.id ?? null;

/** My letters, newest first; ids rise with time as well. */
export const letters = computed(() => all.value.filter((one) => one.person === me()).sort((a, b) => b.written - a.written || (a.id < b.id ? 1 : -1)));

/** Those that ended a round of mine, as far as the server does not know yet. */
export const ends = computed(() => letters.value.filter((one): one is EndLetter => one.kind === 'patrol_end' && one.state === 'saved'));

/** How many wait to be sent: mine, and with nobody signed in everybody's. */
export const unsentLetters = computed(() => all.value.filter((one) => one.state === 'saved' && (me() === null || one.person === me())).length);

/** Those of other people who used this phone: shown by their number alone. */
export const foreignLetters = computed(() => all.value.filter((one) => one.state === 'saved' && one.person !== me()));

async function box(): Promise<Letters> {
  opening ??= openLetters();
  return await opening;
}

async function look(): Promise<Letter[]> {
  const kept = await box();
  all.value = await kept.all();
  durable.value = kept.durable;
  return all.value;
}

/** Keeps a letter and sends it; it is on the phone when this settles. False if nobody is signed in. */
export async function write(draft: Draft): Promise<boolean> {
  const person = me();
  if (person === null) return false;
  await (await box()).put({ ...draft, person, written: Date.now(), state: 'saved', refusal: null });
  await look();
  void flush();
  return true;
}

/** A letter of mine that is still here. */
export const find = async (id: string): Promise<Letter | null> => (await look()).find((one) => one.id === id && one.person === me()) ?? null;

/** Throws a refused letter away: only after the person has said so twice, or has written it anew. */
export async function discard(id: string): Promise<void> {
  const letter = await find(id);
  if (letter?.state === 'refused') await (await box()).remove(id);
  await look();
}

/** Sends a refused letter once more, as it is. */
export async function again(id: string): Promise<void> {
  await change(id, { state: 'saved', refusal: null });
  void flush();
}

async function change(id: string, part: Partial<Letter>): Promise<void> {
  await (await box()).change(id, (letter) => ({ ...letter, ...part }) as Letter);
  await look();
}

/** Sends one letter; what kept it here, if that was not the server's word. */
async function send(letter: Letter): Promise<ApiError | null> {
  onItsWay.value = letter.id;
  try {
    await deliver(letter, (part) => change(letter.id, part));
    const sent = (await find(letter.id)) ?? letter;
    await (await box()).remove(letter.id);
    arrived.value = sent;
  } catch (cause) {
    if (!isRefusal(cause)) return asApiError(cause);
    await change(letter.id, { state: 'refused', refusal: { status: cause.status, problem: cause.problem } });
  } finally {
    onItsWay.value = null;
    await look();
  }
  return null;
}

/** The oldest first; photos after all words, so that one too heavy for the network holds up nothing that could pass. */
function inTurn(): Letter[] {
  const oldest = [...letters.value].reverse();
  const onlyPhotos = (one: Letter) => one.kind === 'hazard' && one.number !== null;
  return [...oldest.filter((one) => !onlyPhotos(one)), ...oldest.filter(onlyPhotos)];
}

/** Sends my letters. One that the server stumbles over does not hold up the others; without a network none goes. */
async function round(): Promise<ApiError | null> {
  let failure: ApiError | null = null;
  await look();
  for (const { id } of inTurn()) {
    // As it is now: another tab may have sent it.
    const letter = await find(id);
    if (letter?.state !== 'saved') continue;
    failure = (await send(letter)) ?? failure;
    if (failure?.status === 0) break;
  }
  return failure;
}

let running: Promise<void> | null = null;
let asked = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

async function rounds(): Promise<void> {
  clearTimeout(timer);
  let failure: ApiError | null = null;
  try {
    while (asked && failure === null) {
      asked = false;
      failure = await round();
    }
  } catch {
    failure = new ApiError(0, null);
  }
  failures = failure === null ? 0 : failures + 1;
  if (failure !== null) timer = setTimeout(() => void flush(), backOff(failures, failure.retryAfter, Math.random()));
  running = null;
}

/** Sends what waits, and tries again by itself while something does. */
export function flush(): Promise<void> {
  asked = true;
  return (running ??= rounds());
}

/** Sends whenever there is reason to hope: now, when somebody signs in, when the network or the person comes back. */
export function keepFlushing(): void {
  addEventListener('online', () => void flush());
  addEventListener('pageshow', () => void flush());
  document.addEventListener('visibilitychange', () => document.hidden || void flush());
  watch(() => profile.value?.id, () => void flush(), { immediate: true });
}
