import { expect, it } from 'vitest';
import { csv, textOf } from './csv';

const bytes = (...all: number[]) => new Uint8Array(all).buffer;

it.each([
  ['UTF-8', bytes(0xe4, 0xb8, 0x9c, 0xe9, 0x97, 0xa8), '东门'],
  ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0xe4, 0xb8, 0x9c), '东'],
  ['GBK', bytes(0xb6, 0xab, 0xc3, 0xc5), '东门'],
  ['ASCII', bytes(0x61, 0x2c, 0x62), 'a,b'],
  ['nothing', bytes(), ''],
])('reads a table in %s', (_, file, text) => expect(textOf(file)).toBe(text));

it('reads back what it wrote', () => {
  expect(textOf(new TextEncoder().encode(csv([['东门', 1]])).buffer)).toBe('东门,1\r\n');
});
