/** Small helpers to make elements. */
import { marks, type Mark, type State } from '@/shared/marks';

export type Child = Node | string | null | false;
type Attribute = string | number | boolean | null | ((event: Event) => unknown);

/** An element: functions become listeners, true an empty attribute; false and null are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, Attribute> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false && value !== null) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return made;
}

/** The shape of a state, in its colour. It says nothing to screen readers: a word stands beside it. */
export function mark(state: State, size: number): SVGSVGElement {
  return drawn(marks[state], size);
}

const PHONE = '<rect x="5.5" y="1.8" width="13" height="20.4" rx="2.6"/><path d="m8.8 12 2.4 2.4 4.2-4.8"/>';

/** The shape of what is saved on this phone and nowhere else: no state of the evidence, hence none of theirs. */
export function savedMark(size: number): SVGSVGElement {
  return drawn({ colour: '--accent', inner: `<g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${PHONE}</g>` }, size);
}

function drawn({ colour, inner }: Mark, size: number): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const attributes = { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true', style: `color:var(${colour})` };
  Object.entries(attributes).forEach(([name, value]) => svg.setAttribute(name, String(value)));
  // Our own constants, no text of anybody's.
  svg.innerHTML = inner;
  return svg;
}

/** A button. `look` is a class: `main`, `second` or `quiet`. */
export function button(look: string, text: string, click: () => unknown, attributes: Record<string, Attribute> = {}): HTMLButtonElement {
  return h('button', { type: 'button', class: look, click, ...attributes }, text);
}

/**
 * Puts a new version of a part in the place of the old one, only if they differ: a button that is rebuilt under a finger loses
 * the tap. The focus stays where it was.
 */
export function renew(old: Element, fresh: Element): Element {
  // What the person has unfolded stays so.
  const unfolded = old.querySelectorAll('details');
  fresh.querySelectorAll('details').forEach((one, place) => (one.open = unfolded[place]?.open ?? one.open));
  if (old.isEqualNode(fresh)) return old;
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : '';
  old.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.focus();
  return fresh;
}

/** Puts elements in the place of all that was there. */
export function put(into: Element, ...children: Element[]): void {
  into.textContent = '';
  into.append(...children);
}

/** Copies a text; where the browser does not let us, false. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', { readonly: true, class: 'hidden' });
    area.value = text;
    document.body.append(area);
    area.select();
    // The only way in old WebViews and in pages without a certificate.
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
