/** What is on this phone: saved, received or accepted, and what was not taken, with a way out. */
import type { Item } from '@/shared/queue/types';
import { button, h, type Child } from '../dom';
import { current, happenedAt, nowOf, type Actions, type Model } from '../model';
import { whenShown } from '../time';
import { words } from '../words';
import { receipt, reasons, signOf, wordOf } from './result';

function stateOf(item: Item): string {
  const w = words();
  const states = { saved: w.savedShort, received: w.received, accepted: w.stateAccepted, dead: w.deadWord };
  return states[item.state];
}

/** Why an item was not taken. */
function why(item: Item): string {
  const w = words();
  if (item.refusal?.code === 'body_too_large') return w.tooLarge;
  return item.refusal?.title ?? item.result?.next_step ?? '';
}

function wayOut(item: Item, model: Model, actions: Actions): Child {
  const w = words();
  if (model.discarding === item.id) {
    return h(
      'div',
      { class: 'panel' },
      h('p', {}, w.discardSure),
      h('p', { class: 'buttons' }, button('second', w.discardGo, () => actions.discard(item.id)), button('quiet', w.cancel, () => actions.discarding(null))),
    );
  }
  return h(
    'p',
    { class: 'buttons' },
    button('second', w.again2, () => actions.again(item.id)),
    button('quiet', w.exportCopy, () => actions.copy(JSON.stringify(item, null, 1))),
    button('quiet', w.discard, () => actions.discarding(item.id)),
  );
}

function row(item: Item, model: Model, actions: Actions): HTMLElement {
  const w = words();
  const dead = item.state === 'dead';
  const when = whenShown(happenedAt(item, model), nowOf(model), model.facts);
  const grade = item.state === 'received' || item.state === 'accepted' ? ` · ${wordOf(item)}` : '';
  return h(
    'li',
    { class: dead ? 'dead' : '', 'data-id': item.id },
    h('span', { class: 'sign' }, signOf(item, 24)),
    h('span', { class: 'what' }, `${w.kinds[item.content.kind]} · ${item.result?.checkpoint?.name ?? item.post ?? ''}`),
    h('span', { class: 'state' }, `${stateOf(item)}${grade}`),
    h('span', { class: 'when num soft' }, when),
    (dead || item.result?.grade === 'rejected') && h('p', {}, why(item)),
    dead && reasons(item),
    dead && h('p', { class: 'why' }, w.deadHelp),
    dead && wayOut(item, model, actions),
    model.listOpen && !dead && receipt(item.result?.receipt, actions),
  );
}

/** The list; folded unless something needs a look. */
export function list(model: Model, actions: Actions): HTMLElement {
  const w = words();
  const own = model.items.filter(({ person }) => person === model.who.id);
  const foreign = model.items.filter(({ person, state }) => person !== model.who.id && state === 'saved').length;
  const unsent = own.filter(({ state }) => state === 'saved').length;
  const dead = own.filter(({ state }) => state === 'dead');
  const open = model.listOpen;
  const shownItems = open ? own : dead;
  return h(
    'section',
    { class: 'list' },
    h('h2', {}, button('quiet fold', w.queue, () => actions.list(!open), { id: 'list', 'aria-expanded': String(open) }), unsent > 0 && h('span', { class: 'soft' }, w.unsent(unsent))),
    shownItems.length > 0 && h('ul', {}, ...shownItems.map((item) => row(item, model, actions))),
    open && own.length === 0 && h('p', { class: 'soft' }, w.queueEmpty),
    foreign > 0 && h('p', { class: 'why' }, w.ofOthers(foreign)),
    unsent > 0 && (open || current(model)?.state !== 'saved') && h('p', { class: 'why' }, w.notForLong),
  );
}
