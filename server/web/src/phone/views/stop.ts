/** Pages in place of a post: each says what is the matter and the way out. */
import { button, h, type Child } from '../dom';
import type { Facts } from '../facts';
import { field, filled, form } from '../form';
import type { Page } from '../pages';
import { dateShown } from '../time';
import { words } from '../words';

/** The field for the short code below a sign. */
function shortCode(): HTMLElement {
  const w = words();
  const code = field(w.shortCode, { name: 'short', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 20, placeholder: 'XXXX-XXXX' }, w.shortCodeHint);
  const open = () => {
    location.assign(`/c/${encodeURIComponent(filled(code).normalize('NFKC').replace(/\s/g, ''))}`);
    return Promise.resolve();
  };
  return form([code.row], w.go, open);
}

function stop(facts: Facts | null, title: string, texts: string[], ...more: Child[]): HTMLElement {
  const where = facts === null ? null : h('p', { class: 'school' }, `${facts.school.name} · ${facts.checkpoint.name}`);
  return h('section', { class: 'stop' }, where, h('h1', {}, title), ...texts.map((text) => h('p', {}, text)), ...more);
}

/** The page for a code that leads to no post. */
export function stopped(page: Exclude<Page, { kind: 'post' | 'sign_in' }>, retry: () => void): HTMLElement {
  const w = words();
  switch (page.kind) {
    case 'unknown':
      return stop(null, w.unknownTitle, [w.unknownText], shortCode());
    case 'failed':
      return stop(null, w.failedTitle, [page.problem.title ?? w.noAnswer], button('main', w.retry, retry));
    case 'replaced': {
      const on = page.facts.replaced_on;
      return stop(page.facts, w.replacedTitle, [w.replacedText(on ? dateShown(on) : null), w.replacedTell], shortCode());
    }
    case 'closed':
      return stop(page.facts, w.closedTitle, [w.closedText], shortCode());
  }
}
