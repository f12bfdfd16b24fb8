/** The steps of the assistant. Where somebody stands follows from what is set up, so that it can be left and taken up again. */
import type { Facts } from '../checklist/checklist';

export const STEPS = ['school', 'place', 'template', 'times', 'invites', 'print'] as const;
export type Step = (typeof STEPS)[number];

/** What the assistant knows beyond the facts: what was looked at and confirmed on this device. */
export interface Seen {
  /** A place that the server could not keep yet. */
  placed: boolean;
  times: boolean;
  invites: boolean;
  printed: boolean;
}

export const NOTHING_SEEN: Seen = { placed: false, times: false, invites: false, printed: false };

/** Whether a step is done; without facts there is no school yet. */
export function isDone(step: Step, facts: Facts | null, seen: Seen): boolean {
  if (facts === null) return false;
  switch (step) {
    case 'school':
      return true;
    case 'place':
      return facts.placed === true || seen.placed || facts.posts.length > 0;
    case 'template':
      return facts.posts.length > 0 && facts.windows.length > 0 && facts.duties.length > 0;
    case 'times':
      return facts.windows.length > 0 && (seen.times || facts.members > 0);
    case 'invites':
      return facts.members > 0 || facts.openInvites > 0 || seen.invites;
    case 'print':
      return facts.posts.length > 0 && (seen.printed || (facts.unprinted !== null && facts.unprinted.length === 0));
  }
}

/** Whether a step can be worked on: what it builds on is there. */
export function canOpen(step: Step, facts: Facts | null, seen: Seen): boolean {
  if (facts === null) return step === 'school';
  if (step === 'template') return isDone('place', facts, seen);
  if (step === 'times') return facts.windows.length > 0;
  if (step === 'print') return facts.posts.length > 0;
  return true;
}

/** Where to go on: the first step that is not done and can be opened; the last one if all are. */
export function nextStep(facts: Facts | null, seen: Seen): Step {
  return STEPS.find((step) => !isDone(step, facts, seen) && canOpen(step, facts, seen)) ?? 'print';
}

/** The step that is asked for, if it can be opened, else where to go on. */
export function shownStep(asked: string, facts: Facts | null, seen: Seen): Step {
  const step = STEPS.find((one) => one === asked);
  return step !== undefined && canOpen(step, facts, seen) ? step : nextStep(facts, seen);
}
