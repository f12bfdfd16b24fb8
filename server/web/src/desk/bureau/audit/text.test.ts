import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTIONS, actionText, detailsOf, startOf } from './text';

const SERVICE = join(import.meta.dirname, '../../../../../src/service');
/** What is written like an action and is none: a field that a refusal names, a file of a test. */
const OTHERS = ['consents.terms', 'huxue.db'];

/** The actions as they stand in the server's source. */
function written(): string[] {
  const files = readdirSync(SERVICE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.rs'));
  const found = files.flatMap((file) => [...readFileSync(join(SERVICE, file), 'utf8').matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map((match) => match[1] ?? ''));
  return [...new Set(found)].filter((one) => !OTHERS.includes(one)).sort();
}

describe('the audit log', () => {
  it('can be filtered by every action that the server writes', () => {
    expect([...ACTIONS].sort()).toEqual(written());
  });
  it('has words for every action that it can be filtered by', () => {
    for (const action of ACTIONS) expect(actionText(action)).not.toBe(action);
    expect(actionText('moon.land')).toBe('moon.land');
  });
  it('shows details one level deep', () => {
    expect(detailsOf({ name: 'x', n: 3, deep: { a: 1 } })).toEqual([['name', 'x'], ['n', '3'], ['deep', '{"a":1}']]);
    expect(detailsOf(null)).toEqual([]);
  });
  it('begins a day by the clock of its zone', () => {
    expect(startOf('2026-11-23', 'Asia/Shanghai')).toBe('2026-11-22T16:00:00.000Z');
    expect(startOf('2026-11-23', 'UTC')).toBe('2026-11-23T00:00:00.000Z');
    expect(startOf('2026-01-05', 'America/New_York')).toBe('2026-01-05T05:00:00.000Z');
  });
});
