import { expect, it } from 'vitest';
import { foundIn } from './found';

it('counts hazards by the local date of their report, the first and the last day included', () => {
  const at = (school_id: string, reported_at: string) => ({ school_id, reported_at });
  const hazards = [at('a', '2026-10-31T15:59:59Z'), at('a', '2026-10-31T16:00:00Z'), at('b', '2026-11-14T15:59:59Z'), at('a', '2026-11-03T00:00:00Z'), at('b', '2026-11-14T16:00:00Z')];
  expect([...foundIn(hazards, '2026-11-01', '2026-11-14', 'Asia/Shanghai')]).toEqual([['a', 2], ['b', 1]]);
});
