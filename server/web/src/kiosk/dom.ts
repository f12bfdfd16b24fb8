/** The few DOM helpers that a page without a framework needs. */
import { marks, type State } from '@/shared/marks';

type Child = Node | string | null;

/** An element with a class and children; what is null is left out. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (name !== '') made.className = name;
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The shape of a state, in its colour. Its markup is ours, of marks.ts. */
export function mark(state: State): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'mark');
  svg.style.color = `var(${marks[state].colour})`;
  svg.innerHTML = marks[state].inner;
  return svg;
}
