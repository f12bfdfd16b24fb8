/** What tests of the queue share: a world with clocks, timers and a server in the test's hand. */
import type { Clock } from './clock';
import type { Answer } from './post';
import type { Parts } from './queue';
import type { Draft, Result, Wire } from './types';

/** A result as the server gives it. */
export function result(id: string | null | undefined, parts: Partial<Result> = {}): Result {
  return { id: id ?? null, status: 'recorded', grade: 'confirmed', reasons: [], reason_texts: [], flags: [], next_step: '', receipt: 'r', ...parts };
}

export function recorded(items: Wire[]): Answer {
  return { kind: 'results', results: items.map((item) => result(item.id)) };
}

export function draft(parts: Partial<Draft> = {}): Draft {
  return { person: 'wang', post: '东门', kind: 'arrive', code: '1ABC', short_code: null, position: null, ...parts };
}

/** A world whose server answers as `answers` say, one for each request; when they run out, all is recorded. */
export class TestWorld {
  now = Date.parse('2026-11-23T07:20:00+08:00');
  person: string | null = 'wang';
  readonly sent: { person: string; items: Wire[] }[] = [];
  readonly answers: ((items: Wire[]) => Answer)[] = [];
  readonly timers: { at: number; call: () => void }[] = [];
  private readonly began = this.now;

  clock: Clock = { wall: () => this.now, steady: () => this.now - this.began, life: 'life-1' };

  parts(open: Parts['open']): Parts {
    return {
      ...(open === undefined ? {} : { open }),
      clock: this.clock,
      person: () => this.person,
      post: (person, items) => {
        const now = items();
        this.sent.push({ person, items: now });
        return Promise.resolve((this.answers.shift() ?? recorded)(now));
      },
      alone: (work) => work(),
      later: (ms, call) => {
        const timer = { at: this.now + ms, call };
        this.timers.push(timer);
        return () => void this.timers.splice(this.timers.indexOf(timer), this.timers.includes(timer) ? 1 : 0);
      },
      random: () => 0,
    };
  }

  /** Lets time pass up to the next timer and calls it; answers how long that was. */
  next(): number {
    const timer = this.timers.shift();
    if (timer === undefined) throw new Error('no timer is set');
    const waited = timer.at - this.now;
    this.now = timer.at;
    timer.call();
    return waited;
  }
}
