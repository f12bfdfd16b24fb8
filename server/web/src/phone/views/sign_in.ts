/** Signing in, and the way to an invite; then back to the same post. */
import { keep } from '@/shared/session';
import { button, h } from '../dom';
import { deviceName, field, filled, filledPhone, form, phoneField, smsField, type Field } from '../form';
import { Complaint } from '../form';
import { post, type Schemas } from '../http';
import { inviteToken } from '../route';
import { words } from '../words';

type SignedIn = Schemas['SignedInBody'];

function byPassword(phone: Field, secret: Field): Promise<SignedIn> {
  const body: Schemas['SignInBody'] = { phone: filledPhone(phone), password: filled(secret), device_name: deviceName() };
  return post<SignedIn>('/sessions', body, true);
}

function bySms(phone: Field, code: Field): Promise<SignedIn> {
  const body: Schemas['SmsSignInBody'] = { phone: filledPhone(phone), code: filled(code), device_name: deviceName() };
  return post<SignedIn>('/sessions/sms', body, true);
}

async function askForCode(phone: Field): Promise<unknown> {
  return await post('/sessions/sms-codes', { phone: filledPhone(phone) } satisfies Schemas['PhoneBody'], true);
}

function theForm(sms: boolean, typed: string, done: () => void, other: (typed: string) => void): HTMLElement {
  const w = words();
  const phone = phoneField();
  phone.input.value = typed;
  const secret = sms ? smsField(() => askForCode(phone)) : field(w.password, { name: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const send = async () => {
    keep(await (sms ? bySms(phone, secret) : byPassword(phone, secret)));
    done();
  };
  return h(
    'section',
    {},
    form([phone.row, secret.row], w.signIn, send),
    button('quiet', sms ? w.byPassword : w.bySms, () => other(phone.input.value)),
  );
}

/** For who has no account yet: an invite by its link. */
function byInvite(): HTMLElement {
  const w = words();
  const link = field(w.inviteLink, { name: 'invite', type: 'url', autocomplete: 'off', inputmode: 'url' });
  const open = () => {
    const token = inviteToken(link.input.value);
    if (token === null) throw new Complaint(w.inviteBad, link.input);
    location.assign(`/join/${token}`);
    return Promise.resolve();
  };
  const made = form([h('p', { class: 'why' }, w.notJoinedText), link.row], w.open, open);
  made.querySelector('[type=submit]')?.setAttribute('class', 'second wide');
  return h('details', { class: 'invite' }, h('summary', {}, w.notJoined), made);
}

/** The whole view; `done` once somebody is signed in. */
export function signIn(done: () => void, text = words().signInText): HTMLElement {
  let shown: HTMLElement;
  const show = (sms: boolean, typed: string): HTMLElement => {
    const next = theForm(sms, typed, done, (kept) => {
      const fresh = show(!sms, kept);
      shown.replaceWith(fresh);
      shown = fresh;
    });
    return next;
  };
  shown = show(false, '');
  return h('div', { class: 'sign-in' }, h('h2', {}, words().signIn), h('p', { class: 'soft' }, text), shown, byInvite());
}
