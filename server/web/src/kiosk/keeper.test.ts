import { beforeEach, describe, expect, it } from 'vitest';
import { Keeper, type Asked, type World } from './keeper';
import type { Showing } from './showing';

const T0 = Date.parse('2026-11-23T07:20:00+08:00');

function showing(code: string, left: number, now = T0): Showing {
  return { code, seconds_left: left, step_seconds: 20, now: new Date(now).toISOString(), checkpoint: '校门', school: '实验小学', screen: '值班室', link: '', qr_svg: '', timezone: 'Asia/Shanghai', post: { phase: 'running', window: null, state: null, filled: 0, count: 0, missing: 0, by_role: [], duties: [] } };
}

let steady: number;
let wall: number;
let waits: number[];
let answers: Asked[];
let keeper: Keeper;

const pass = (ms: number) => {
  steady += ms;
  wall += ms;
};

beforeEach(() => {
  [steady, wall, waits, answers] = [0, 1_000_000, [], []];
  const world: World = {
    ask: () => Promise.resolve(answers.shift() ?? { kind: 'failed', after: null }),
    steady: () => steady,
    wall: () => wall,
    later: (ms) => {
      waits.push(ms);
      return () => undefined;
    },
    changed: () => undefined,
  };
  keeper = new Keeper(world);
});

async function answered(...next: Asked[]): Promise<void> {
  for (const one of next) {
    answers.push(one);
    await keeper.again();
  }
}

describe('Keeper', () => {
  it('shows a code until its step ends, and never past it', async () => {
    await answered({ kind: 'showing', showing: showing('A', 3) });
    pass(2999);
    expect(keeper.code()?.code).toBe('A');
    pass(1);
    expect(keeper.code()).toBeNull();
    expect(waits).toEqual([3100]);
  });

  it('counts from when it asked: an answer that took long has less left', async () => {
    answers.push({ kind: 'showing', showing: showing('A', 10) });
    const asked = keeper.again();
    pass(4000);
    await asked;
    expect(keeper.left()).toBe(6000);
  });

  it('knows after a sleep that the step is over, whichever clock stood still', async () => {
    await answered({ kind: 'showing', showing: showing('A', 20) });
    wall += 3_600_000;
    expect(keeper.code()).toBeNull();
    await answered({ kind: 'showing', showing: showing('B', 20) });
    steady += 25_000;
    expect(keeper.code()).toBeNull();
  });

  it('is not misled by a wall clock that is set back', async () => {
    await answered({ kind: 'showing', showing: showing('A', 20) });
    wall -= 3_600_000;
    steady += 20_000;
    expect(keeper.code()).toBeNull();
  });

  it('backs off without a network, keeps the code while it counts, and heals', async () => {
    await answered({ kind: 'showing', showing: showing('A', 20) });
    pass(5000);
    await answered({ kind: 'failed', after: null }, { kind: 'failed', after: null }, { kind: 'failed', after: 4 }, { kind: 'failed', after: 900 });
    expect(keeper.trouble).toBe('network');
    expect(keeper.code()?.code).toBe('A');
    for (let tries = 0; tries < 5; tries += 1) await answered({ kind: 'failed', after: null });
    expect(waits).toEqual([5000, 1000, 2000, 4000, 30_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
    pass(60_000);
    expect(keeper.code()).toBeNull();
    await answered({ kind: 'showing', showing: showing('B', 20) });
    expect([keeper.trouble, keeper.code()?.code, waits.at(-1)]).toEqual(['none', 'B', 5000]);
  });

  it('shows nothing of a screen that was revoked, and looks now and then', async () => {
    await answered({ kind: 'showing', showing: showing('A', 20) }, { kind: 'unknown_screen' });
    expect([keeper.trouble, keeper.code(), waits.at(-1)]).toEqual(['unknown_screen', null, 300_000]);
  });

  it('follows a clock that runs faster, as a demo’s does', async () => {
    await answered({ kind: 'showing', showing: showing('A', 20) });
    pass(1000);
    await answered({ kind: 'showing', showing: showing('B', 20, T0 + 20_000) });
    expect(keeper.left()).toBe(1000);
    pass(500);
    expect([keeper.now() - T0, keeper.share()]).toEqual([30_000, 0.5]);
  });

  it('asks one thing at a time', async () => {
    answers.push({ kind: 'showing', showing: showing('A', 20) });
    await Promise.all([keeper.again(), keeper.again()]);
    expect(waits).toHaveLength(1);
  });
});
