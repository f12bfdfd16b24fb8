/** Puts the post's page on the screen, part by part: only what changed is replaced. */
import { h, put, renew } from './dom';
import { current, nowOf, type Actions, type Model } from './model';
import { act, place } from './views/act';
import { foot } from './views/foot';
import { head, me } from './views/head';
import { list } from './views/list';
import { notes } from './views/notes';
import { spoken } from './views/result';
import { stay } from './views/stay';

/** Draws a model; keeps the parts between drawings. */
export class Screen {
  private readonly root: HTMLElement;
  private parts: Element[] = [];
  private readonly live = h('p', { class: 'hidden', 'aria-live': 'polite' });

  constructor(root: HTMLElement) {
    this.root = root;
  }

  /** The post's page. */
  draw(model: Model, actions: Actions): void {
    const result = current(model);
    const fresh = [
      head(model.facts, nowOf(model), model.asking),
      me(model, actions),
      notes(model, actions, result !== null),
      act(model, actions),
      place(model, actions),
      stay(model),
      list(model, actions),
      foot(model.facts, model.panel === 'help', (open) => actions.panel(open ? 'help' : null), actions.language),
    ];
    if (this.parts.length === fresh.length) {
      this.parts = this.parts.map((old, place) => renew(old, fresh[place] ?? old));
    } else {
      put(this.root, h('main', {}, ...fresh.slice(0, -1)), ...fresh.slice(-1), this.live);
      this.parts = fresh;
    }
    const text = result === null ? '' : spoken(result, model);
    if (this.live.textContent !== text) this.live.textContent = text;
  }

  /** Another view in its place, drawn once. */
  show(view: HTMLElement, ...more: HTMLElement[]): void {
    this.parts = [];
    put(this.root, h('main', {}, view, ...more.slice(0, -1)), ...more.slice(-1));
  }
}

/** A word at the lower edge, for two seconds. */
export function toast(text: string): void {
  const made = h('p', { class: 'toast', role: 'status' }, text);
  document.body.append(made);
  setTimeout(() => made.remove(), 2000);
}
