/** The quiet row: help by a long press, my own pages, the language. */
import { button, h, type Child } from '../dom';
import { keep, waits } from '../alarm';
import type { Facts } from '../facts';
import { who } from '../me';
import { words } from '../words';

const HOLD = 800;

/** Opens after a press of most of a second, so that nobody calls for help in a pocket; by keyboard at once. */
function longPress(open: () => void): HTMLElement {
  const w = words();
  let timer = 0;
  const begin = () => {
    timer = window.setTimeout(open, HOLD);
  };
  const end = () => clearTimeout(timer);
  const made = h(
    'button',
    {
      type: 'button',
      class: 'quiet help',
      id: 'help',
      pointerdown: begin,
      pointerup: end,
      pointerleave: end,
      pointercancel: end,
      contextmenu: (event) => event.preventDefault(),
      // A click without a pointer comes from a keyboard or a screen reader.
      click: (event) => {
        if ((event as MouseEvent).detail === 0) open();
      },
    },
    w.help,
    h('small', {}, ` ${w.helpHint}`),
  );
  return made;
}

const to = () => `/m/alarm${location.pathname.startsWith('/c/') ? location.pathname : ''}`;
// What was kept without a network is sent by the page of alarms.
addEventListener('online', () => waits() && location.assign(to()));

function helpPanel(facts: Facts | null, close: () => void, again: () => void): Child {
  const w = words();
  const person = who();
  const call = (number: string, look: string) => h('a', { class: look, href: `tel:${number}` }, w.call(number));
  return h(
    'div',
    { class: 'panel', role: 'alert' },
    h('h2', {}, w.helpTitle),
    h('p', {}, w.helpText),
    facts !== null && h('p', {}, `${w.helpWhere} `, h('strong', {}, `${facts.school.name} ${facts.checkpoint.name}`)),
    call('110', 'main'),
    waits() && h('p', { class: 'alert' }, w.helpKept),
    navigator.onLine || facts === null || person === null
      ? h('a', { class: 'second', href: to() }, w.helpAll)
      : !waits() && button('second', w.helpAll, () => (keep(person.id, facts), again())),
    h('p', { class: 'buttons' }, call('120', 'second'), call('119', 'second')),
    button('quiet', w.back, close),
  );
}

/** `help` says whether the panel is open, `show` opens or closes it. */
export function foot(facts: Facts | null, help: boolean, show: (open: boolean) => void, language: () => void): HTMLElement {
  const w = words();
  return h(
    'footer',
    { class: 'foot' },
    help && helpPanel(facts, () => show(false), () => show(true)),
    h(
      'nav',
      { class: 'row' },
      longPress(() => show(true)),
      h('a', { class: 'quiet', href: '/m/hazards/new' }, w.hazard),
      h('a', { class: 'quiet', href: '/m' }, w.my),
      button('quiet', w.language, language, { id: 'language', title: w.languageHint, lang: w.language === 'English' ? 'en' : 'zh-CN' }),
    ),
  );
}
