/** The three ledgers: what is wrong (问题清单), who has to see to it (责任清单), and what was done (整改清单). */
import type { Hazard } from '@/shared/hazard';

export type Step = Hazard['steps'][number];
export type Ledger = 'problems' | 'duties' | 'fixes';

export const LEDGERS: Ledger[] = ['problems', 'duties', 'fixes'];

/** The ledger that an address names; the first one unless it does. */
export const ledgerOf = (name: string): Ledger => LEDGERS.find((one) => one === name) ?? 'problems';

const last = (steps: Step[], step: Step['step']): Step | null => [...steps].reverse().find((one) => one.step === step) ?? null;

/** Who gave it to whoever has it, and when. */
export const givenBy = (hazard: Hazard): Step | null => last(hazard.steps, 'assigned');

/** How it was put right, accepted and written off. What was sent back or is there again does not count any more. */
export function fixOf(hazard: Hazard): { rectified: Step | null; accepted: Step | null; writtenOff: Step | null } {
  const again = hazard.steps.map((one) => one.step === 'sent_back' || one.step === 'reopened').lastIndexOf(true);
  const since = hazard.steps.slice(again + 1);
  return { rectified: last(since, 'rectified'), accepted: last(since, 'accepted'), writtenOff: last(since, 'written_off') };
}
