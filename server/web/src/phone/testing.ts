/** What tests of the phone page share. All times are of one morning in Shanghai. */
import type { Item } from '@/shared/queue/types';
import type { Facts, Window } from './facts';
import type { Here } from './here';
import type { Actions, Model } from './model';

export const at = (time: string) => `2026-11-23T${time}+08:00`;
export const ms = (time: string) => Date.parse(at(time));

const WINDOW: Window = { kind: 'drop_off', starts_at: at('07:20:00'), ends_at: at('08:00:00'), on_post_by: at('07:00:00'), open: true };

/** The window of the morning, before people are asked to be on post. */
export const before: Window = { ...WINDOW, open: false };

export function facts(parts: Partial<Facts> = {}): Facts {
  return {
    school: { id: 's1', name: '实验小学', timezone: 'Asia/Shanghai' },
    checkpoint: { id: 'p1', name: '东门 · 3号岗', kind: 'gate' },
    state: 'current',
    from_screen: false,
    replaced_on: null,
    window: WINDOW,
    now: at('07:30:00'),
    ...parts,
  };
}

export function here(parts: Partial<Here> = {}, me: Partial<Here['me']> = {}): Here {
  return {
    date: '2026-11-23', now: at('07:30:00'), hold_minutes: 45, roles: ['parent'], window: WINDOW, others: [], ...parts,
    me: { stays: [], on_post_until: null, again_by: null, elsewhere: null, ...me },
  };
}

export function item(parts: Partial<Item> = {}, kind: Item['content']['kind'] = 'arrive'): Item {
  return {
    id: 'i1', person: 'w1', post: '东门 · 3号岗', role: null, tapped: ms('07:31:04'), life: '', lifeMs: 0, state: 'saved', hold: null, roles: [], result: null, refusal: null,
    content: { kind, code: 'CODE', short_code: null, created_at: at('07:31:04'), position: null, device_id: 'd' },
    ...parts,
  };
}

export function graded(grade: NonNullable<NonNullable<Item['result']>['grade']>, parts: Partial<Item> = {}, kind: Item['content']['kind'] = 'arrive'): Item {
  const made = item(parts, kind);
  const accepted = grade !== 'contradicted' && grade !== 'rejected';
  const result = { id: made.id, status: 'recorded' as const, grade, reasons: [], reason_texts: ['扫了岗位的二维码牌。'], flags: [], next_step: '已到岗。', receipt: 'the-receipt', at: new Date(made.tapped).toISOString() };
  return { ...made, state: accepted ? 'accepted' : 'received', result };
}

export function model(parts: Partial<Model> = {}): Model {
  return {
    code: 'CODE', short: false, facts: facts(), who: { id: 'w1', name: '王芳', signedIn: true },
    profile: { id: 'w1', name: '王芳', memberships: [{ school: 's1', name: '实验小学', role: 'parent', state: 'active' }], location: true, locationText: '只取一个位置。' },
    here: here(), items: [], durable: true, sending: { phase: 'idle', retryAt: null }, wantsPlace: true, offset: 0, busy: false, asking: false,
    locating: null, missed: null, panel: null, placeDrawn: 0, listOpen: false, discarding: null, said: '',
    ...parts,
  };
}

/** Actions that write down what was called. */
export function actions(): { calls: string[]; actions: Actions } {
  const calls: string[] = [];
  const note = (_: unknown, name: string) => (...args: unknown[]) => void calls.push([name, ...args].join(' '));
  return { calls, actions: new Proxy({} as Actions, { get: (of, name) => note(of, String(name)) }) };
}
