import { describe, expect, it } from 'vitest';
import { deviceName } from './device_name';
import { inside } from './inside';
import { instantOf } from './local_time';
import { open, plusDays } from './shifts';
import type { Shift } from './mine';

describe('inside', () => {
  it('leads nowhere else', () => {
    expect(inside('/check-in/ABC?typed=1')).toBe('/check-in/ABC?typed=1');
    for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ['/a'], undefined]) expect(inside(evil)).toBe('/');
  });
});

describe('instantOf', () => {
  it('reads a date and a time by the school’s clock', () => {
    expect(instantOf('2026-11-23', '07:20', 'Asia/Shanghai')).toBe('2026-11-22T23:20:00.000Z');
    expect(instantOf('2026-07-01', '07:20', 'Europe/Berlin')).toBe('2026-07-01T05:20:00.000Z');
    expect(instantOf('2026-10-25', '00:30', 'Europe/Berlin')).toBe('2026-10-24T22:30:00.000Z');
  });

  it('is nothing while something is missing', () => expect([instantOf('', '07:20', 'UTC'), instantOf('2026-11-23', '', 'UTC')]).toEqual([null, null]));
});

describe('shifts', () => {
  const shift = (id: string, date: string, state: Shift['state'], starts?: string) => ({ id, date, state, ...(starts === undefined ? {} : { window: { starts_at: starts } }) }) as Shift;

  it('leaves out what was taken back, and goes by date and start', () => {
    const list = [shift('c', '2026-11-24', 'planned'), shift('x', '2026-11-23', 'cancelled'), shift('b', '2026-11-23', 'accepted', '2026-11-23T16:00:00+08:00'), shift('a', '2026-11-23', 'declined', '2026-11-23T07:20:00+08:00')];
    expect(open(list).map((one) => one.id)).toEqual(['a', 'b', 'c']);
  });

  it('counts days over the ends of months', () => expect([plusDays('2026-12-31', 1), plusDays('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']));
});

describe('deviceName', () => {
  it.each([
    ['Mozilla/5.0 (Linux; Android 11; M2007J3SC Build/RKQ1.200826.002; wv) AppleWebKit/537.36 Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0.20', 'M2007J3SC · WeChat'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 Version/16.5 Mobile Safari/604.1', 'iPhone'],
    ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36', 'Android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'Windows'],
    ['', 'Web'],
  ])('names %j %s', (agent, name) => expect(deviceName(agent)).toBe(name));
});
