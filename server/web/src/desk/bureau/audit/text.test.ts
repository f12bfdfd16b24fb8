import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { setLang } from '@/desk/i18n';
import { ACTIONS, actionText, detailsOf, keyText, startOf, subjectText, valueText } from './text';

const ROOT = join(import.meta.dirname, '../../../../../..');
const SERVICE = join(ROOT, 'server/src/service');
/** What is written like an action and is none: a field that a refusal names, a file of a test. */
const OTHERS = ['consents.terms', 'huxue.db'];
/** JSON that goes to other servers and not into the log. */
const ELSEWHERE = /(send|signing|gateway)\.rs$/;
const NOBODY = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

/** The server's source without its tests. */
const sources = readdirSync(SERVICE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.rs'))
  .map((file) => ({ file, text: (readFileSync(join(SERVICE, file), 'utf8').split('#[cfg(test)]')[0] ?? '') }));
const all = (pattern: RegExp, texts: string[]) => [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))].sort();

/** The actions as they stand in the server's source. */
const texts = sources.map(({ text }) => text);
const actions = [...all(/"([a-z_]+\.[a-z_]+)"/g, texts), ...all(/action: "([a-z_]+)"/g, texts)].filter((one) => !OTHERS.includes(one)).sort();
/** What stands in the details, as the server names it: every object that is written as JSON, at its first level. */
const bodies = sources.filter(({ file }) => !ELSEWHERE.test(file)).flatMap(({ text }) => [...text.matchAll(/json!\(\{([\s\S]*?)\}\)/g)].map((match) => match[1] ?? ''));
const keys = all(/"([a-z_]+)":/g, bodies);
const subjects = all(/(?:Some\(\(|, \()"([a-z_]+)", [a-z]/g, texts);
const spec = parse(readFileSync(join(ROOT, 'mobile-api-spec/openapi.yaml'), 'utf8')) as { components: { schemas: Record<string, { enum?: string[] }> } };
/** The words of the API that stand in details, and the detail they stand in. */
const VALUES = {
  kind: ['AlertKind', 'ChangeKind', 'ChannelKind', 'CheckInKind', 'ConsentKind', 'DayKind', 'WindowKind'], step: ['AlarmStep', 'HazardStep'], to: ['StepTo'], by: ['By'],
  per: ['Per'], inspector: ['Inspector'], level: ['HazardLevel'], min_grade: ['Grade'], role: ['Role'], office: ['Office'], right: ['Right'], state: ['MembershipState', 'ShiftState'],
};

describe.each(['zh', 'en'] as const)('the audit log in %s', (language) => {
  beforeAll(() => setLang(language));

  it('can be filtered by every action that the server writes', () => {
    expect(actions.length).toBeGreaterThan(80);
    expect([...ACTIONS].sort()).toEqual(actions);
  });
  it.each(ACTIONS)('has a word for the action %s', (action) => expect(actionText(action)).not.toBe(action));
  it('shows an action that it does not know as it is', () => expect(actionText('moon.land')).toBe('moon.land'));

  it('looks at the details', () => expect(keys.length).toBeGreaterThan(70));
  it.each(keys)('has a word for the detail %s', (key) => expect(keyText(key)).not.toBe(key));
  it.each(subjects)('has a word for the record %s', (kind) => {
    expect(subjectText({ subject_kind: kind, subject_id: NOBODY, names: {} })).not.toBe(kind);
  });
  it.each(Object.entries(VALUES).flatMap(([key, schemas]) => schemas.flatMap((schema) => (spec.components.schemas[schema]?.enum ?? []).map((value) => [key, value] as const))))('has a word for %s %s', (key, value) => {
    const text = valueText(key, value, {});
    if (language === 'zh') expect(text).toMatch(/\p{Script=Han}|^Webhook$/u);
    else expect(text).not.toMatch(/_/);
  });
});

describe('the details of a line', () => {
  beforeAll(() => setLang('en'));

  const text = (key: string, value: unknown) => detailsOf({ details: { [key]: value }, names: { [NOBODY]: '王芳' } })[0]?.[1];
  it.each([
    ['person_id', NOBODY, '王芳'],
    ['duties', [NOBODY, NOBODY], '王芳, 王芳'],
    ['drill', false, 'No'],
    ['date', '2026-11-23', 'Mon 23 Nov'],
    ['at', '2026-11-23T07:05:09+08:00', 'Mon 23 Nov 07:05:09'],
    ['starts', '07:20:00', '07:20'],
    ['sync_deadline_minute', 1200, '20:00'],
    ['weekdays', 31, 'Monday to Friday'],
    ['as_weekday', 1, 'Monday'],
    ['days', { minor: 7, major: 1 }, 'Minor 7 Major 1'],
    ['steps', [{ to: 'principal', after_minutes: 5 }], 'To Principal After (min) 5'],
    ['category', 'c0123456789abcdef0123456789abcdef', 'a category of one’s own'],
    // What people wrote is theirs, even if it is written like a word of ours.
    ['name', 'guard', 'guard'],
    ['reason', '手机没电', '手机没电'],
  ])('tells %s %j as %s', (key, value, wanted) => expect(text(key, value)).toBe(wanted));

  it('leaves out what is not set, and keeps what it does not know', () => {
    expect(detailsOf({ details: { window_id: null, checklist_id: NOBODY, moon: 'x' }, names: {} })).toEqual([['moon', 'x']]);
  });
  it.each([
    [{ subject_kind: 'person', subject_id: NOBODY, names: { [NOBODY]: '王芳' } }, 'Person 王芳'],
    [{ subject_kind: 'hazard', subject_id: NOBODY, names: {} }, 'Hazard'],
    [{ subject_kind: 'calendar_year', subject_id: '2027', names: {} }, 'Holiday notice 2027'],
    [{ subject_kind: null, subject_id: null, names: {} }, '–'],
  ])('names the record', (line, wanted) => expect(subjectText(line)).toBe(wanted));
  it('begins a day by the clock of its zone', () => {
    expect(startOf('2026-11-23', 'Asia/Shanghai')).toBe('2026-11-22T16:00:00.000Z');
    expect(startOf('2026-11-23', 'UTC')).toBe('2026-11-23T00:00:00.000Z');
    expect(startOf('2026-01-05', 'America/New_York')).toBe('2026-01-05T05:00:00.000Z');
  });
});
