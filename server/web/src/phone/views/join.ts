/** `/join/{token}`: who invites, as which role, what to agree to; then signed in, and back to the post. */
import { lang } from '@/shared/lang';
import { forget, keep, session } from '@/shared/session';
import { button, h, type Child } from '../dom';
import { block } from '../facts';
import { deviceName, field, filled, filledPhone, form, phoneField, smsField, Complaint, type Field } from '../form';
import { Failure, get, post, type Schemas } from '../http';
import { lastPost } from '../route';
import { words } from '../words';

type Invite = Schemas['OpenInvite'];
type Joined = Schemas['JoinedBody'];

interface Consents {
  rows: HTMLElement;
  read: () => Schemas['ConsentsBody'];
}

/** Each text in full, each with its own box; the one for the position may stay empty. */
function consents(invite: Invite): Consents {
  const w = words();
  const boxes = new Map<string, HTMLInputElement>();
  const rows = invite.consents.map(({ kind, text, required }) => {
    const box = h('input', { type: 'checkbox', id: `c-${kind}` });
    boxes.set(kind, box);
    const label = kind === 'terms' ? w.terms : w.locationConsent;
    return h('div', { class: 'consent' }, h('p', {}, text), h('label', { class: 'check' }, box, h('span', {}, label)), !required && h('p', { class: 'why' }, w.locationConsentNo));
  });
  const read = () => {
    const [terms, place] = [boxes.get('terms'), boxes.get('location')];
    if (terms?.checked !== true) throw new Complaint(w.termsNeeded, terms ?? rowsAll);
    return { terms: true, location: place?.checked ?? null };
  };
  const rowsAll = h('div', {}, ...rows);
  return { rows: rowsAll, read };
}

/** Name, phone, and a password or a code; nothing of it for somebody who is signed in. */
interface Person {
  rows: HTMLElement;
  read: () => Omit<Schemas['JoinBody'], 'consents'>;
}

function person(token: string): Person {
  const w = words();
  const name = field(w.name, { name: 'name', autocomplete: 'name', maxlength: 100, required: true });
  const phone = phoneField();
  const password = field(w.newPassword, { name: 'password', type: 'password', autocomplete: 'new-password', minlength: 8 }, w.newPasswordHint);
  const ask = async () => await post(`/invites/${encodeURIComponent(token)}/sms-codes`, { phone: filledPhone(phone) } satisfies Schemas['JoinPhoneBody'], true);
  const code = smsField(ask);
  let sms = false;
  const secret = (): Field => (sms ? code : password);
  const change = button('quiet', w.withSms, () => {
    const old = secret().row;
    sms = !sms;
    old.replaceWith(secret().row);
    change.textContent = sms ? w.withPassword : w.withSms;
  });
  const read = () => {
    const known = { name: filled(name), phone: filledPhone(phone), device_name: deviceName() };
    return { ...known, [sms ? 'code' : 'password']: filled(secret()) };
  };
  return { rows: h('div', {}, name.row, phone.row, password.row, change), read };
}

function back(): Child[] {
  const w = words();
  const last = lastPost();
  const mine = h('a', { class: last === null ? 'main' : 'second wide', href: '/m' }, w.toMine);
  if (last === null) return [h('p', {}, w.scanNext), mine];
  return [h('a', { class: 'main', href: last.path }, w.backToPost(last.name ?? w.shortCode)), mine];
}

function done(title: string, text: string): HTMLElement {
  return h('section', { class: 'stop', role: 'status' }, h('h1', {}, title), text !== '' && h('p', {}, text), ...back());
}

function joined(answer: Joined): HTMLElement {
  const w = words();
  if (answer.session) keep(answer.session);
  return answer.membership.state === 'active' ? done(w.joined, w.joinedText) : done(w.joinedPending, w.joinedPendingText);
}

function ask(token: string, invite: Invite, show: (view: HTMLElement) => void): HTMLElement {
  const w = words();
  const signedIn = session();
  const who = signedIn === null ? person(token) : null;
  const agreed = consents(invite);
  const send = async () => {
    const body = { ...who?.read(), consents: agreed.read() };
    try {
      show(joined(await post<Joined>(`/invites/${encodeURIComponent(token)}/join`, body, signedIn === null)));
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.code !== 'already_member') throw failure;
      show(done(w.already, ''));
    }
  };
  const other = () => {
    forget();
    show(ask(token, invite, show));
  };
  return h(
    'section',
    { class: 'join' },
    h('header', { class: 'head' }, h('p', { class: 'school' }, w.joinTitle), h('h1', {}, w.invites(invite.organization)), h('p', { class: 'window' }, w.asRole(w.roles[invite.role]))),
    signedIn !== null && h('p', { class: 'row' }, w.joinAs(signedIn.person.name), ' ', button('quiet', w.notMe, other)),
    form([who?.rows ?? null, agreed.rows], w.join, send),
  );
}

/** What the page holds of the invite, in the language that the browser asked for; asked for anew in another. */
async function invited(token: string): Promise<Invite> {
  const found = block<Invite>();
  const asked = /^en\b/i.test(navigator.language) ? 'en' : 'zh';
  if (found === null || asked !== lang()) return await get<Invite>(`/invites/${encodeURIComponent(token)}`);
  if ('problem' in found.body) throw new Failure(found.body.problem.status ?? 0, found.body.problem);
  return found.body;
}

/** Shows the invite. */
export async function join(token: string, show: (view: HTMLElement) => void): Promise<void> {
  const w = words();
  show(h('p', { class: 'soft', role: 'status' }, w.loading));
  try {
    show(ask(token, await invited(token), show));
  } catch (failure) {
    const { code, message } = failure instanceof Failure ? failure : { code: '', message: '' };
    const over = code === 'invite_over' || code === 'not_found';
    const text = code === 'invite_over' ? message : code === 'not_found' ? w.inviteUnknown : message || w.noAnswer;
    const again = over ? null : button('main', w.retry, () => location.reload());
    show(h('section', { class: 'stop' }, h('h1', {}, over ? w.inviteOver : w.failedTitle), h('p', {}, text), again));
  }
}
