/** What one should know before the tap. */
import { button, h, mark } from '../dom';
import { hereOf, mine, nowOf, standingOf, type Actions, type Model } from '../model';
import { notes as notesOf, type Note } from '../pages';
import { gradeNow } from '../standing';
import { shown } from '../time';
import { words } from '../words';

function plain(...texts: (string | null)[]): HTMLElement {
  const [first, ...rest] = texts;
  return h('div', { class: 'note' }, rest.length > 0 ? h('h2', {}, first ?? '') : h('p', {}, first ?? ''), ...rest.map((text) => h('p', {}, text)));
}

function here(model: Model): HTMLElement {
  const w = words();
  const { since, until } = standingOf(model);
  const known = hereOf(model);
  const grade = (known && gradeNow(known, nowOf(model))) ?? mine(model)[0]?.result?.grade ?? null;
  const text = [since === null ? '' : w.here(shown(since, model.facts)), until === null ? '' : w.hereUntil(shown(until, model.facts))];
  return h('div', { class: 'note here' }, mark(grade ?? 'planned', 28), h('p', {}, text.filter(Boolean).join(w.comma), grade && ` · ${w.grades[grade]}`));
}

function note(which: Note, model: Model, actions: Actions): HTMLElement {
  const w = words();
  switch (which) {
    case 'session_over':
      return h('div', { class: 'note' }, h('p', {}, w.sessionOver), button('second', w.signInNow, actions.signIn));
    case 'blind':
      return plain(w.blindText);
    case 'pending':
      return plain(w.pending, w.pendingText);
    case 'wrong_school':
      return plain(w.wrongSchool(model.facts?.school.name ?? ''), w.wrongSchoolText);
    case 'here':
      return here(model);
    case 'elsewhere':
      return plain(w.elsewhere(hereOf(model)?.me.elsewhere?.checkpoint.name ?? ''));
    case 'early': {
      const by = model.facts?.window?.on_post_by;
      return plain(w.early(by === undefined ? '' : shown(by, model.facts)));
    }
    case 'no_window':
      return plain(w.noWindowNote);
  }
}

/** The notes, the weightiest first. While a result is shown, "you are here" says nothing new. */
export function notes(model: Model, actions: Actions, result: boolean): HTMLElement {
  const found = notesOf({ ...model, at: standingOf(model), now: nowOf(model) }).filter((which) => !(result && (which === 'here' || which === 'early')) && !(model.asking && which === 'blind'));
  const memory = model.durable ? [] : [h('div', { class: 'note warn' }, h('p', {}, words().notDurable))];
  return h('div', { class: 'notes' }, ...memory, ...found.map((which) => note(which, model, actions)));
}
