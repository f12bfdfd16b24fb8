import { describe, expect, it } from 'vitest';
import { read, typed } from './read';

const CODE = '208000002002YCWT6P4GWGN6CJER';

describe('read', () => {
  it.each([
    `https://huxue.example.cn/c/${CODE}`, `HTTPS://HUXUE.EXAMPLE.CN/C/${CODE}`, `http://127.0.0.1:8350/c/${CODE}?from=singlemessage&isappinstalled=0`, `https://a.cn/c/${CODE}#wechat_redirect`, ` ${CODE}\n`,
  ])('finds the code in %s', (text) => expect(read(text)).toEqual({ kind: 'code', code: CODE }));

  it('knows invites', () => expect(read('https://a.cn/join/Ab-_12345678?x=1')).toEqual({ kind: 'join', token: 'Ab-_12345678' }));

  it.each(['https://example.com/', 'WIFI:S:school;T:WPA;P:12345678;;', '', 'https://example.com/c/', 'hello'])('leaves %j alone', (text) => expect(read(text)).toBeNull());
});

describe('typed', () => {
  it('takes full-width letters, spaces and hyphens as they are meant', () => {
    expect(typed(' ａb1２-3４ 5·6')).toBe('AB123456');
    expect(typed('。，')).toBe('');
  });
});
