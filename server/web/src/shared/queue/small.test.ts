import { afterEach, describe, expect, it, vi } from 'vitest';
import { backOff, retryAfter } from './back_off';
import { batch, wire } from './batch';
import { elapsed, stamp } from './clock';
import { deviceId } from './device';
import { resultFor, settled } from './settle';
import { draft, result, TestWorld } from './testing';
import type { Item } from './types';
import { uuid7 } from './uuid';

function item(parts: Partial<Item> = {}): Item {
  const { kind, code, short_code } = draft();
  const content = { kind, code, short_code, created_at: '2026-11-23T07:20:00+08:00', position: null, device_id: 'd' };
  const rest = { role: null, tapped: 0, life: 'life-1', lifeMs: 0, state: 'saved' as const, hold: null, roles: [], result: null, refusal: null };
  return { id: uuid7(), person: 'wang', post: null, content, ...rest, ...parts };
}

describe('uuid7', () => {
  it('holds the time, the version and the variant', () => {
    const id = uuid7(Date.parse('2026-11-23T07:20:00.123Z'));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-23T07:20:00.123Z'));
  });

  it('is another one each time, and later ones sort later', () => {
    expect(new Set(Array.from({ length: 500 }, () => uuid7(1))).size).toBe(500);
    expect(uuid7(1_000_000_000_000) < uuid7(1_000_000_000_001)).toBe(true);
  });
});

describe('the clocks', () => {
  const tap = { life: 'one', lifeMs: 1000, tapped: 500_000 };
  const at = (steady: number, wall: number, life = 'one') => elapsed(tap, { life, steady: () => steady, wall: () => wall });

  it('counts within the life of a page', () => expect(at(61_000, 560_000)).toBe(60_000));
  it('knows nothing after a reload or in another tab', () => expect(at(61_000, 560_000, 'two')).toBeNull());
  it('knows nothing after a sleep, when the steady clock stood still', () => expect(at(2_000, 2_300_000)).toBeNull());
  it('counts on when the wall clock was set back', () => expect(at(61_000, 100_000)).toBe(60_000));
  it('never answers a time before the tap', () => expect(at(0, 500_000)).toBeNull());

  it('writes an instant with an offset', () => {
    const text = stamp(Date.parse('2026-11-23T07:20:00.120Z'));
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
    expect(Date.parse(text)).toBe(Date.parse('2026-11-23T07:20:00.120Z'));
  });

  it('is of each sending, all else of the tap', () => {
    const world = new TestWorld();
    const kept = item({ tapped: world.now });
    world.now += 3000;
    expect(wire(kept, world.clock)).toMatchObject({ elapsed_ms: 3000, created_at: kept.content.created_at, sent_at: stamp(world.now) });
  });
});

describe('waiting', () => {
  it('doubles from 2 s to 5 min, with up to a third at random', () => {
    expect([1, 2, 3, 8, 9, 40].map((failures) => backOff(failures, null, 0))).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000]);
    expect(backOff(1, null, 0.75)).toBe(2500);
  });
  it('is as long as the server says, but never for ever', () => {
    expect(backOff(1, 30, 0)).toBe(30_000);
    expect(backOff(1, 1e9, 0)).toBe(3_600_000);
  });
  it('reads seconds and dates', () => {
    expect(retryAfter('5', 0)).toBe(5);
    expect(retryAfter('Mon, 23 Nov 2026 07:20:30 GMT', Date.parse('2026-11-23T07:20:00Z'))).toBe(30);
    expect([retryAfter(null, 0), retryAfter('', 0), retryAfter('soon', 0)]).toEqual([null, null, null]);
  });
});

describe('a batch', () => {
  const world = new TestWorld();
  it('has at most 200 items', () => expect(batch(Array.from({ length: 201 }, () => item()), world.clock)).toHaveLength(200));
  it('has at most 512 kB, and one item at least', () => {
    const large = () => {
      const one = item();
      return { ...one, content: { ...one.content, code: '牌'.repeat(60_000) } };
    };
    expect(batch([large(), large(), large(), large()], world.clock)).toHaveLength(2);
    const huge = item();
    huge.content.code = 'x'.repeat(600_000);
    expect(batch([huge, item()], world.clock)).toEqual([huge]);
  });
});

describe('settling', () => {
  it('tells received from accepted', () => {
    expect(settled(item(), result('1', { grade: 'claimed' })).state).toBe('accepted');
    expect(settled(item(), result('1', { status: 'replayed', grade: 'likely' })).state).toBe('accepted');
    expect(settled(item(), result('1', { grade: 'contradicted' })).state).toBe('received');
    expect(settled(item(), result('1', { grade: 'rejected' })).state).toBe('received');
  });
  it('finds results by id, else by place', () => {
    const [one, two] = [item(), item()];
    const results = [result(two.id), result(one.id)];
    expect(resultFor([one, two], results, 0)?.id).toBe(one.id);
    expect(resultFor([one], [result(null, { status: 'invalid' })], 0)?.status).toBe('invalid');
    expect(resultFor([one], [result(two.id)], 0)).toBeUndefined();
    expect(resultFor([one, two], [result(one.id)], 1)).toBeUndefined();
  });
});

describe('the id of the device', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    localStorage.clear();
  });
  it('is made once and kept', () => {
    const made = deviceId();
    expect(deviceId()).toBe(made);
    expect(localStorage.getItem('huxue.device')).toBe(made);
  });
});
