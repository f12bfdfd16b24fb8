import { describe, expect, it } from 'vitest';
import { backOff, eventReader } from './sse';

describe('eventReader', () => {
  it('gives an event once it is complete, however the text is cut', () => {
    const read = eventReader();
    expect(read('retry: 2000\n\nid: 1\nevent: bo')).toEqual([]);
    expect(read('ard\ndata: {"a":1}\n')).toEqual([]);
    expect(read('\n')).toEqual([{ event: 'board', data: '{"a":1}' }]);
  });
  it('passes signs of life over', () => {
    expect(eventReader()(': still here\n\n')).toEqual([]);
  });
  it('joins lines of data', () => {
    expect(eventReader()('data: a\ndata: b\n\n')).toEqual([{ event: 'message', data: 'a\nb' }]);
  });
});

describe('backOff', () => {
  it('doubles up to half a minute', () => {
    expect([0, 1, 2, 10].map((attempt) => backOff(attempt, () => 0))).toEqual([1000, 2000, 4000, 30_000]);
    expect(backOff(10, () => 1)).toBe(40_000);
  });
});
