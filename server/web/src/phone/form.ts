/** Fields, errors and sending of the small forms. */
import { h, type Child } from './dom';
import { Failure } from './http';
import { words } from './words';

export interface Field {
  row: HTMLElement;
  input: HTMLInputElement;
}

/** A labelled field; `hint` explains it. */
export function field(label: string, attributes: Record<string, string | number | boolean>, hint = ''): Field {
  const id = `f-${String(attributes['name'])}`;
  const input = h('input', { id, ...attributes, 'aria-describedby': hint === '' ? null : `${id}-hint` });
  const row = h('div', { class: 'field' }, h('label', { for: id }, label), input, hint !== '' && h('p', { class: 'why', id: `${id}-hint` }, hint));
  return { row, input };
}

export const phoneField = (): Field => field(words().phone, { name: 'phone', type: 'tel', inputmode: 'tel', autocomplete: 'username', maxlength: 20, required: true });

/** A Chinese mobile number in whatever way it was typed, or null. */
export function phoneNumber(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[^\d+]/g, '').replace(/^(\+86|0086)/, '');
  return /^1\d{10}$/.test(digits) ? digits : null;
}

/** What went wrong, for the reader. */
export function reason(failure: unknown): string {
  return failure instanceof Failure && failure.message !== '' ? failure.message : words().noAnswer;
}

/** A form that sends itself by `send`, says what went wrong, and lets nobody send twice. */
export function form(children: Child[], go: string, send: () => Promise<void>): HTMLFormElement {
  const alert = h('p', { class: 'alert', role: 'alert' });
  const submit = h('button', { type: 'submit', class: 'main' }, go);
  const run = async () => {
    submit.disabled = true;
    alert.textContent = '';
    try {
      await send();
    } catch (failure) {
      alert.textContent = failure instanceof Complaint ? failure.message : reason(failure);
      if (failure instanceof Complaint) failure.at.focus();
    } finally {
      submit.disabled = false;
    }
  };
  const made = h('form', { novalidate: true }, ...children, alert, submit);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  return made;
}

/** Something that the person has to put right, and where. */
export class Complaint extends Error {
  readonly at: HTMLElement;
  constructor(text: string, at: HTMLElement) {
    super(text);
    this.at = at;
  }
}

/** The field's text; complains if it is empty. */
export function filled({ input }: Field): string {
  const text = input.value.trim();
  if (text === '') throw new Complaint(words().needed, input);
  return text;
}

export function filledPhone(of: Field): string {
  const number = phoneNumber(filled(of));
  if (number === null) throw new Complaint(words().phoneBad, of.input);
  return number;
}

/** A field for the code of a text message, with the button that asks for one. */
export function smsField(ask: () => Promise<unknown>): Field {
  const w = words();
  const made = field(w.smsCode, { name: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 6, required: true });
  const said = h('p', { class: 'why', role: 'status' });
  const get = h('button', { type: 'button', class: 'second' }, w.getCode);
  get.addEventListener('click', () => {
    get.disabled = true;
    ask().then(
      () => {
        said.textContent = w.codeSent;
        countDown(get, 60);
      },
      (failure: unknown) => {
        said.textContent = failure instanceof Complaint ? failure.message : reason(failure);
        get.disabled = false;
      },
    );
  });
  const both = h('span', { class: 'with' });
  made.input.replaceWith(both);
  both.append(made.input, get);
  made.row.append(said);
  return made;
}

function countDown(get: HTMLButtonElement, seconds: number): void {
  const w = words();
  get.textContent = seconds > 0 ? w.codeAgain(seconds) : w.getCode;
  get.disabled = seconds > 0;
  if (seconds > 0) setTimeout(() => countDown(get, seconds - 1), 1000);
}

/** What this device calls itself in the list of sessions. */
export function deviceName(agent: string = navigator.userAgent): string {
  const model = /Android[^;)]*;\s*(?:[a-z]{2}-[a-z]{2};\s*)?([^;)]+?)\s*(?:Build|[;)])/i.exec(agent)?.[1];
  const apple = /iPhone|iPad/.exec(agent)?.[0];
  const browser = /MicroMessenger/i.test(agent) ? 'WeChat' : 'Web';
  return `${model ?? apple ?? (/Windows|Macintosh|Linux/.exec(agent)?.[0] ?? '')} ${browser}`.trim().slice(0, 60);
}
