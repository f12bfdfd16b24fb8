/** What became of a tap: a sign, a word, the time to the second, three steps that light up, why, and what to do next. */
import type { Item } from '@/shared/queue/types';
import type { State } from '@/shared/marks';
import { button, h, mark, savedMark, type Child } from '../dom';
import { happenedAt, type Actions, type Model } from '../model';
import { shown, span } from '../time';
import { words } from '../words';

/** The sign of an item, large or small. */
export function signOf(item: Item, size: number): Child {
  if (item.state === 'saved') return savedMark(size);
  if (item.state === 'dead') return mark('unknown', size);
  return mark(item.result?.grade ?? 'unknown', size);
}

/** The word of an item. */
export function wordOf(item: Item): string {
  const w = words();
  if (item.state === 'saved') return w.savedWord;
  if (item.state === 'dead') return w.deadWord;
  const grade = item.result?.grade;
  return grade ? w.grades[grade] : w.received;
}

function step(text: string, done: boolean, state: State): HTMLElement {
  return h('li', done ? { class: 'done' } : {}, mark(done ? state : 'planned', 20), h('span', {}, text));
}

function steps(item: Item, model: Model): HTMLElement {
  const w = words();
  const grade = item.result?.grade ?? null;
  const received = item.state === 'received' || item.state === 'accepted';
  return h(
    'ol',
    { class: 'steps' },
    step(model.durable ? w.savedShort : w.heldShort, true, 'confirmed'),
    step(w.received, received, 'confirmed'),
    step(received && grade ? w.grades[grade] : w.judged, received, grade ?? 'unknown'),
  );
}

/** What a saved item waits for. */
function waiting(item: Item, model: Model): string {
  const w = words();
  const { phase, retryAt } = model.sending;
  if (item.hold === 'role') return w.waitsRole;
  if (item.hold === 'position' && model.locating === item.id) return w.locating;
  if (phase === 'sign_in' || !model.who.signedIn) return w.waitsSignIn;
  if (!navigator.onLine) return w.waitsNet;
  return phase === 'waiting' && retryAt !== null ? w.waitsTime(span(Math.ceil(Math.max(0, retryAt - Date.now()) / 5000) * 5000)) : w.sendingNow;
}

function roles(item: Item, actions: Actions): Child {
  const w = words();
  if (item.hold !== 'role') return null;
  const choose = item.roles.map((role) => button('second wide', w.roles[role], () => actions.choose(item.id, role), { id: `role-${role}` }));
  return h('div', { class: 'roles' }, h('h2', {}, w.whichRole), ...choose);
}

/** The receipt, to show or to copy. */
export function receipt(text: string | null | undefined, actions: Actions): Child {
  const w = words();
  if (!text) return null;
  return h(
    'details',
    { class: 'receipt' },
    h('summary', {}, w.receipt),
    h('p', {}, w.receiptHint),
    h('code', { tabindex: '0', role: 'textbox', 'aria-readonly': 'true', 'aria-label': w.receipt }, text),
    button('quiet', w.copy, () => actions.copy(text)),
  );
}

/** The reasons in the server's words. */
export function reasons(item: Item): Child {
  const texts = item.result?.reason_texts ?? [];
  return texts.length > 0 && h('ul', { class: 'reasons', 'aria-label': words().why }, ...texts.map((text) => h('li', {}, text)));
}

function below(item: Item, model: Model, actions: Actions): Child[] {
  const w = words();
  if (item.state === 'saved') {
    const waits = model.sending.phase === 'waiting' && item.hold === null && navigator.onLine && model.who.signedIn;
    return [h('p', { class: 'next' }, waiting(item, model)), waits && button('quiet', w.sendNow, actions.flush), roles(item, actions), (waits || !navigator.onLine) && h('p', { class: 'why' }, w.notForLong)];
  }
  const flags = item.result?.flags ?? [];
  const missed = model.missed?.id === item.id ? (model.missed.why === 'denied' ? w.denied : w.noFix) : '';
  return [
    h('p', { class: 'next' }, item.result?.next_step ?? item.refusal?.title ?? ''),
    reasons(item),
    missed !== '' && h('p', { class: 'why' }, missed),
    flags.length > 0 && item.result?.grade !== 'rejected' && h('p', { class: 'why' }, w.flagsNote(flags.map((flag) => w.flags[flag]).join(w.comma))),
    receipt(item.result?.receipt, actions),
  ];
}

/** The result of a tap. */
export function result(item: Item, model: Model, actions: Actions): HTMLElement {
  const w = words();
  const when = shown(happenedAt(item, model), model.facts, true);
  return h(
    'div',
    { class: 'result', 'data-id': item.id },
    h('p', { class: 'sign' }, signOf(item, 72)),
    h('p', { class: 'word' }, item.hold === 'role' ? w.whichShort : wordOf(item)),
    h('p', { class: 'when num' }, `${w.kinds[item.content.kind]} · ${when}`),
    item.state === 'dead' ? null : steps(item, model),
    ...below(item, model, actions),
  );
}

/** The same in one sentence, for screen readers. */
export function spoken(item: Item, model: Model): string {
  // A countdown is not read out again and again.
  const counts = item.state === 'saved' && model.sending.phase === 'waiting';
  const next = item.state === 'saved' ? (counts ? '' : waiting(item, model)) : (item.result?.next_step ?? '');
  return `${wordOf(item)}, ${shown(happenedAt(item, model), model.facts, true)}. ${next}`;
}

