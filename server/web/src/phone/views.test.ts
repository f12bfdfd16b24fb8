import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { h, renew } from './dom';
import { actions, at, facts, graded, here, item, model, ms } from './testing';
import { act, place } from './views/act';
import { head, me } from './views/head';
import { list } from './views/list';
import { notes } from './views/notes';
import { result } from './views/result';
import { stay } from './views/stay';
import { words } from './words';

const w = words();
const text = (of: Element) => (of.textContent || '').replace(/\s+/g, ' ');
const click = (of: Element, selector: string) => (of.querySelector(selector) as HTMLElement).click();

beforeEach(() => void vi.useFakeTimers({ now: ms('07:32:00'), toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  document.body.textContent = '';
});

describe('the head', () => {
  it('names school and post, large, and counts the window', () => {
    const made = head(facts(), ms('07:54:00'), false);
    expect(made.querySelector('h1')?.textContent).toBe('东门 · 3号岗');
    expect(text(made)).toContain('实验小学');
    expect(text(made)).toContain('07:20–08:00');
  });
  it('names me and my role here, and the way to switch', () => {
    const { calls, actions: acts } = actions();
    const made = me(model(), acts);
    expect(text(made)).toContain(`王芳${w.roles.parent}`);
    click(made, '#not-me');
    expect(calls).toEqual(['panel switch']);
    expect(text(me(model({ panel: 'switch', items: [item()] }), acts))).toContain(w.switchQueue(1));
  });
});

describe('the button', () => {
  it('has the next verb, the others quietly below', () => {
    const { calls, actions: acts } = actions();
    const made = act(model(), acts);
    expect(made.querySelector('#verb')?.textContent).toBe(w.kinds.arrive);
    click(made, '#verb');
    click(made, '#tap-still_here');
    click(made, '#tap-leave');
    expect(calls).toEqual(['tap arrive', 'tap still_here', 'panel leave']);
  });
  it('lets an officer on a round pass by, and nobody else', () => {
    const { calls, actions: acts } = actions();
    const officer = { id: 'w1', name: '韩文澜', memberships: [{ school: 's2', name: '城关派出所', role: 'auxiliary', state: 'active' } as const], location: true, locationText: '' };
    click(act(model({ profile: officer }), acts), '#tap-pass');
    expect(calls).toEqual(['tap pass']);
    expect(act(model(), acts).querySelector('#tap-pass')).toBeNull();
  });
  it('leaves without a question after the window', () => {
    const { calls, actions: acts } = actions();
    vi.setSystemTime(ms('08:05:00'));
    const late = model({ here: here({}, { on_post_until: at('08:20:00') }) });
    click(act(late, acts), '#verb');
    expect(calls).toEqual(['tap leave']);
  });
  it('is quiet where a check-in would be rejected', () => {
    const made = act(model({ here: here({ roles: [] }) }), actions().actions);
    expect(made.querySelector('#verb')?.className).toContain('second');
    expect(made.querySelector('#verb')?.textContent).toBe(w.anyway);
  });
  it('says that it waits while a tap is saved, and keeps the focus', () => {
    const made = act(model({ busy: true }), actions().actions).querySelector<HTMLButtonElement>('#verb');
    expect([made?.getAttribute('aria-disabled'), made?.disabled]).toEqual(['true', false]);
  });
});

describe('the position', () => {
  it('is on for who agreed, off else, and says why', () => {
    expect(text(place(model(), actions().actions))).toContain(w.locationOn);
    const refused = model({ profile: { id: 'w1', name: '', memberships: [], location: false, locationText: 'the text' }, panel: 'consent' });
    const made = place(refused, actions().actions);
    expect(text(made)).toContain(w.locationOff);
    expect(text(made)).toContain('the text');
    expect(made.querySelector('input')?.checked).toBe(false);
  });
});

describe('the result', () => {
  const of = (one: Parameters<typeof result>[0], parts = {}) => result(one, model({ items: [one], ...parts }), actions().actions);
  const lit = (made: Element) => made.querySelectorAll('.steps .done').length;

  it('of a saved tap: one step, and what it waits for', () => {
    const made = of(item());
    expect([lit(made), made.querySelector('.word')?.textContent]).toEqual([1, w.savedWord]);
    expect(text(made)).toContain('07:31:04');
    expect(text(of(item(), { sending: { phase: 'sign_in', retryAt: null } }))).toContain(w.waitsSignIn);
    expect(text(of(item({ hold: 'position' }), { locating: 'i1' }))).toContain(w.locating);
    expect(text(of(item(), { sending: { phase: 'waiting', retryAt: Date.now() + 9000 } }))).toContain(w.sendNow);
  });
  it.each(['confirmed', 'likely', 'claimed', 'contradicted', 'rejected'] as const)('of a check-in graded %s: its word, shape, time, reasons, next step and receipt', (grade) => {
    const made = of(graded(grade));
    expect([lit(made), made.querySelector('.word')?.textContent]).toEqual([3, w.grades[grade]]);
    for (const part of ['07:31:04', '已到岗。', '扫了岗位的二维码牌。', 'the-receipt']) expect(text(made)).toContain(part);
    expect(made.querySelector('.sign svg')?.getAttribute('style')).toBe(`color:var(--${grade})`);
  });
  it('asks for the role, and for nothing else meanwhile', () => {
    const { calls, actions: acts } = actions();
    const one = item({ hold: 'role', roles: ['parent', 'teacher'] });
    const made = act(model({ items: [one] }), acts);
    expect(made.querySelector('#verb')).toBeNull();
    click(made, '#role-teacher');
    expect(calls).toEqual(['choose i1 teacher']);
  });
  it('says why there is no position', () => {
    expect(text(of(graded('claimed'), { missed: { id: 'i1', why: 'denied' } }))).toContain(w.denied);
    expect(text(of(graded('claimed'), { missed: { id: 'i1', why: 'none' } }))).toContain(w.noFix);
  });
  it('of a page that keeps nothing says so', () => {
    expect(text(of(item(), { durable: false }))).toContain(w.heldShort);
    expect(text(notes(model({ durable: false }), actions().actions, false))).toContain(w.notDurable);
  });
});

describe('my time', () => {
  it('is a bar that says itself in words', () => {
    const stays = [{ from: at('07:20:00'), to: at('08:05:00'), role: 'parent' as const, grade: 'likely' as const }];
    const made = stay(model({ here: here({}, { stays, on_post_until: at('08:05:00'), again_by: at('08:05:00') }) }));
    expect(made.querySelector('.bar')?.getAttribute('aria-label')).toBe(`07:20–08:05 ${w.grades.likely}`);
    expect(made.querySelectorAll('.piece')).toHaveLength(2);
    expect(text(made)).toContain(w.again('08:05'));
  });
  it('is not there before the server has said it', () => expect(stay(model({ here: null })).children).toHaveLength(0));
});

describe('the list', () => {
  const own = [graded('confirmed', { id: 'a' }), item({ id: 'b' }), item({ id: 'c', person: 'w2' }), item({ id: 'd', state: 'dead', refusal: { code: 'x', title: '不能使用' } })];
  it('shows dead letters always, with a way out; the rest on demand; those of others by number', () => {
    const { calls, actions: acts } = actions();
    const folded = list(model({ items: own }), acts);
    expect(folded.querySelectorAll('li')).toHaveLength(1);
    for (const part of ['不能使用', w.unsent(1), w.ofOthers(1)]) expect(text(folded)).toContain(part);
    folded.querySelectorAll<HTMLElement>('li .buttons button').forEach((one) => one.click());
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['again', 'copy', 'discarding']);
    const open = list(model({ items: own, listOpen: true }), acts);
    expect([...open.querySelectorAll('.state')].map((one) => one.textContent)).toEqual([`${w.stateAccepted} · ${w.grades.confirmed}`, w.savedShort, w.deadWord]);
    expect(text(open)).toContain(w.notForLong);
  });
  it('asks before it discards', () => {
    const { calls, actions: acts } = actions();
    const made = list(model({ items: own, discarding: 'd' }), acts);
    expect(text(made)).toContain(w.discardSure);
    click(made, '.panel .second');
    expect(calls).toEqual(['discard d']);
  });
});

describe('renewing a part', () => {
  it('keeps what is the same, its focus and what is unfolded', () => {
    const part = (clock: string) => h('div', {}, h('button', { id: 'b' }, 'x'), h('details', {}, h('summary', {}, 's')), clock);
    const first = part('1');
    document.body.append(first);
    expect(renew(first, part('1'))).toBe(first);
    document.getElementById('b')?.focus();
    (first.querySelector('details') as HTMLDetailsElement).open = true;
    const second = renew(first, part('2'));
    expect(second).not.toBe(first);
    expect([document.activeElement?.id, second.querySelector('details')?.open]).toEqual(['b', true]);
  });
});
