import { describe, expect, it } from 'vitest';
import { nextTick, ref } from 'vue';
import { found, matches, useRows, type Column, type Part } from './list';

it.each([
  ['', true], ['东门', true], ['门 parent', true], ['  PARENT  ', true], ['西门', false], ['东门 西门', false],
])('the words “%s”', (search, there) => expect(matches('东门 Parent volunteer', search)).toBe(there));

it('finds words in different cells of one row', () => {
  const columns: Column<[string, number]>[] = [{ key: 'a', label: 'A', value: (row) => row[0] }, { key: 'b', label: 'B', value: (row) => row[1] }];
  const rows: [string, number][] = [['东门', 1], ['西门', 12]];
  expect(found(rows, columns, '门 12')).toEqual([['西门', 12]]);
  expect(found(rows, columns, ' ')).toBe(rows);
});

const settled = () => new Promise((done) => setTimeout(done));

describe('the rows of a list', () => {
  it('stay in place while what is known already takes theirs', async () => {
    const known = ref(['a']);
    const rows = useRows<string>(() => Promise.resolve({ items: known.value }), () => known.value, (all) => all);
    await settled();
    known.value = ['a', 'b'];
    await nextTick();
    expect(rows.all.value).not.toEqual([]);
    await settled();
    expect(rows.all.value).toEqual(['a', 'b']);
  });

  it('are gone while others have to be asked for', async () => {
    const asked = ref('a');
    let answer: (part: Part<string>) => void = () => undefined;
    const rows = useRows<string>(() => (asked.value === 'a' ? Promise.resolve({ items: ['a'] }) : new Promise((done) => (answer = done))), () => asked.value, (all) => all);
    await settled();
    asked.value = 'b';
    await nextTick();
    await settled();
    expect(rows.all.value).toEqual([]);
    answer({ items: ['b'] });
    await settled();
    expect(rows.all.value).toEqual(['b']);
  });
});
