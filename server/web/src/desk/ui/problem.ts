/** A failure in words: what happened, and the way out. */
import { ApiError } from '@/api/client';
import { say } from '@/desk/i18n/common';

export interface Told {
  title: string;
  hint: string;
  requestId: string | null;
}

/** The words for anything that was thrown. */
export function tell(error: unknown): Told {
  if (!(error instanceof ApiError)) return { title: say('problem.unexpected'), hint: say('problem.unexpectedHint'), requestId: null };
  if (error.status === 0) return { title: say('problem.network'), hint: say('problem.networkHint'), requestId: null };
  const { problem } = error;
  if (problem === null) return { title: say('problem.failed'), hint: say('problem.networkHint'), requestId: null };
  const requestId = error.status >= 500 ? (problem.request_id ?? null) : null;
  // Some details begin with a code for programs ("not_a_code: …").
  const hint = (problem.detail ?? '').replace(/^[a-z_]+: /, '');
  // "One of the fields cannot be used" says nothing that the detail does not say better.
  return problem.code === 'invalid_field' && hint !== '' ? { title: hint, hint: '', requestId } : { title: problem.title, hint, requestId };
}

/** The same in one line. */
export function line(error: unknown): string {
  const { title, hint } = tell(error);
  return hint === '' ? title : `${title} ${hint}`;
}

/** The field of a form that the server refused, if it named one. */
export function fieldOf(error: unknown): string | null {
  return error instanceof ApiError ? (error.problem?.field ?? null) : null;
}
