/** The one button, and what a tap came to, in the same place. */
import type { Kind } from '@/shared/queue/types';
import { button, h } from '../dom';
import { attaches, current, hereOf, nowOf, standingOf, type Actions, type Model } from '../model';
import { stranger } from '../pages';
import { leavesEarly, nextVerb, otherVerbs } from '../standing';
import { shown } from '../time';
import { words } from '../words';
import { result } from './result';

/** The window; null if there is none, undefined if that is not known: what was kept of another day (12 h ago) says nothing. */
function windowOf(model: Model) {
  const window = hereOf(model)?.window ?? model.facts?.window;
  return window && Date.parse(window.ends_at) < nowOf(model) - 432e5 ? undefined : window;
}

/** Leaving while the window runs is asked for once more: a second tap on a button that changed its word ends no stay. */
function leaving(model: Model, actions: Actions): HTMLElement {
  const w = words();
  const ends = windowOf(model)?.ends_at;
  return h(
    'section',
    { class: 'act panel' },
    h('h2', {}, w.leaveEarly(ends === undefined ? '' : shown(ends, model.facts))),
    button('main', w.stay, () => actions.panel(null), { id: 'stay' }),
    button('second wide', w.kinds.leave, actions.leave, { id: 'leave' }),
  );
}

/** Asks first if it is early to leave, else does it. */
function start(kind: Kind, model: Model, actions: Actions): void {
  if (kind === 'leave' && leavesEarly(windowOf(model), nowOf(model))) actions.panel('leave');
  else actions.tap(kind);
}

function others(first: Kind, model: Model, actions: Actions): HTMLElement {
  const w = words();
  const tap = (kind: Kind) => () => start(kind, model, actions);
  const kinds = otherVerbs(first);
  // Police, auxiliary and traffic police walk rounds.
  if (model.profile?.memberships.some(({ role }) => /pol|aux/.test(role))) kinds.push('pass');
  const quiet = kinds.map((kind) => button('quiet', w.kinds[kind], tap(kind), { id: `tap-${kind}`, 'aria-disabled': model.busy && 'true' }));
  return h('p', { class: 'others' }, ...quiet);
}

/** The big button, or the result with the next verbs below it. */
export function act(model: Model, actions: Actions): HTMLElement {
  const w = words();
  if (model.panel === 'leave') return leaving(model, actions);
  const shownItem = current(model);
  const verb = nextVerb(standingOf(model), windowOf(model), nowOf(model));
  const strange = stranger(model) !== null;
  const click = () => start(verb, model, actions);
  const text = model.busy ? w.saving : strange ? w.anyway : w.kinds[verb];
  const look = shownItem === null && !strange ? 'main' : 'second wide';
  return h(
    'section',
    { class: 'act' },
    shownItem && result(shownItem, model, actions),
    shownItem?.hold !== 'role' && button(look, text, click, { id: 'verb', 'aria-disabled': model.busy && 'true', 'data-verb': verb }),
    shownItem?.hold !== 'role' && others(verb, model, actions),
  );
}

/** "Attach position" on or off, with why; and the consent, where it is not given yet. */
export function place(model: Model, actions: Actions): HTMLElement {
  const w = words();
  const on = attaches(model);
  const box = h('input', { type: 'checkbox', role: 'switch', id: 'place', change: (event) => actions.place((event.target as HTMLInputElement).checked) });
  box.checked = on;
  // For the comparison of versions: a property is not part of it.
  box.toggleAttribute('checked', on);
  box.dataset['drawn'] = String(model.placeDrawn);
  return h(
    'section',
    { class: 'place' },
    h('label', { class: 'switch' }, h('span', {}, w.location), box),
    h('p', { class: 'why' }, on ? w.locationOn : w.locationOff),
    model.panel === 'consent' &&
      h(
        'div',
        { class: 'panel' },
        h('h2', {}, w.locationAsk),
        h('p', {}, model.profile?.locationText ?? ''),
        model.said !== '' && h('p', { role: 'alert', class: 'alert' }, model.said),
        h('p', { class: 'buttons' }, button('second', w.agree, actions.agree, { id: 'agree' }), button('quiet', w.notNow, () => actions.panel(null))),
      ),
  );
}
