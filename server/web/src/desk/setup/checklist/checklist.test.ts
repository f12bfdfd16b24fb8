import { describe, expect, it } from 'vitest';
import { checklist, complete, type Facts, type ItemKey, type Level } from './checklist';

const nothing: Facts = { placed: false, posts: [], windows: [], duties: [], roles: [], stationed: false, heads: 0, members: 0, pending: 0, openInvites: 0, unprinted: [], calendarDue: [] };
const ready: Facts = {
  placed: true, posts: [{ id: 'c', name: '东门', warned: false, officer: true }], windows: [{ kind: 'drop_off' }, { kind: 'pick_up' }],
  duties: [{ checkpoint: 'c', roles: ['police', 'traffic_police'] }, { checkpoint: 'c', roles: ['parent'] }],
  roles: ['police', 'parent'], stationed: false, heads: 1, members: 5, pending: 0, openInvites: 0, unprinted: [], calendarDue: [],
};
const levels = (facts: Facts) => Object.fromEntries(checklist(facts).map((item) => [item.key, item.level])) as Partial<Record<ItemKey, Level>>;

describe('the checklist', () => {
  it('names what a new school lacks, in the order of doing', () => {
    expect(checklist(nothing).filter((item) => item.level === 'missing').map((item) => item.key)).toEqual(['place', 'checkpoints', 'windows', 'duties', 'head', 'invited']);
    expect(complete(checklist(nothing))).toBe(false);
  });
  it('is complete for a school that is ready', () => {
    expect(complete(checklist(ready))).toBe(true);
    expect(checklist(ready).every((item) => item.level === 'done')).toBe(true);
  });
  it('asks for somebody for each duty, any of its roles', () => {
    const item = checklist({ ...ready, roles: ['traffic_police'] }).find((one) => one.key === 'roles');
    expect(item).toMatchObject({ level: 'missing', roles: ['parent'] });
  });
  it('takes officers to come from the station, where there is one or the server cannot tell', () => {
    const role = (stationed: boolean | null) => levels({ ...ready, roles: ['parent'], stationed }).roles;
    expect(role(true)).toBe('done');
    expect(role(null)).toBe('done');
    expect(role(false)).toBe('missing');
  });
  it('tells of signs to print, people to approve and an unknown calendar', () => {
    const found = levels({ ...ready, unprinted: ['东门'], pending: 2, calendarDue: ['2027'] });
    expect(found).toMatchObject({ printed: 'missing', pending: 'missing', calendar: 'missing' });
  });
  it('claims nothing that the server cannot tell', () => {
    const found = levels({ ...ready, placed: null, unprinted: null });
    expect(found.place).toBeUndefined();
    expect(found.printed).toBeUndefined();
  });
  it('suggests without insisting', () => {
    const facts: Facts = { ...ready, windows: [{ kind: 'drop_off' }], posts: [...ready.posts.map((post) => ({ ...post, officer: false, warned: true })), { id: 'd', name: '西门', warned: false, officer: false }] };
    expect(levels(facts)).toMatchObject({ bothWindows: 'advice', unasked: 'advice', warnings: 'advice', officer: 'advice' });
    expect(complete(checklist(facts))).toBe(true);
  });
});
