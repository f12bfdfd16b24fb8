/** Which post this is and who I am. */
import { button, h } from '../dom';
import type { Facts } from '../facts';
import { hereOf, type Actions, type Model } from '../model';
import { windowClock } from '../time';
import { words } from '../words';

/** The school small, the post large, the window with its clock. */
export function head(facts: Facts | null, now: number, asking: boolean): HTMLElement {
  const w = words();
  if (facts === null) return h('header', { class: 'head' }, h('h1', {}, asking ? w.loading : w.blind));
  const { text, clock } = windowClock(facts.window, now, facts);
  return h(
    'header',
    { class: 'head' },
    h('p', { class: 'school' }, facts.school.name),
    h('h1', {}, facts.checkpoint.name),
    h('p', { class: 'window num' }, text, clock !== '' && h('span', { class: 'clock' }, clock)),
  );
}

/** The person's roles here, in words. */
function roles(model: Model): string {
  const w = words();
  const here = hereOf(model)?.roles ?? [];
  const known = model.profile?.memberships.filter(({ school }) => school === model.facts?.school.id).map(({ role }) => role) ?? [];
  return [...new Set(here.length > 0 ? here : known)].map((role) => w.roles[role]).join(' · ');
}

/** My name and role, and the way out for somebody else. */
export function me(model: Model, actions: Actions): HTMLElement {
  const w = words();
  const open = model.panel === 'switch';
  return h(
    'section',
    { class: 'me' },
    h(
      'p',
      { class: 'row' },
      h('span', { class: 'name' }, model.who.name),
      h('span', { class: 'role' }, roles(model)),
      button('quiet', w.notMe, () => actions.panel(open ? null : 'switch'), { id: 'not-me', 'aria-expanded': String(open) }),
    ),
    open && leaving(model, actions),
  );
}

function leaving(model: Model, actions: Actions): HTMLElement {
  const w = words();
  const unsent = model.items.filter(({ state }) => state === 'saved').length;
  return h(
    'div',
    { class: 'panel' },
    h('h2', {}, w.switchTitle),
    h('p', {}, w.switchText(model.who.name)),
    unsent > 0 && h('p', {}, w.switchQueue(unsent)),
    h('p', { class: 'buttons' }, button('second', w.switchGo, actions.signOut), button('quiet', w.cancel, () => actions.panel(null))),
  );
}
