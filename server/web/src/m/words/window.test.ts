import { afterEach, describe, expect, it } from 'vitest';
import { setLang } from '.';
import { windowName } from './window';

afterEach(() => setLang('zh'));

describe('windowName', () => {
  it('translates the plain words, and leaves a school’s own names alone', async () => {
    await setLang('en');
    expect([windowName('drop_off', '上学'), windowName('pick_up', null), windowName('drop_off', '一年级上学'), windowName(null, null)]).toEqual(['Drop-off', 'Pick-up', '一年级上学', '']);
    await setLang('zh');
    expect(windowName('drop_off', '上学')).toBe('上学');
  });
});
