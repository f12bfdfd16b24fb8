import { describe, expect, it } from 'vitest';
import { nextTick, ref } from 'vue';
import { useRows, type Part } from './list';

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
