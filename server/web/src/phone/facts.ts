/** What the scanned code says: the server puts it into the page, so that the first view needs no further request. */
import { Failure, get, type Problem, type Schemas } from './http';

/** A page out of a cache of an older version may lack some of it. */
export type Facts = Schemas['CodeBody'];
export type Window = NonNullable<Facts['window']>;

/** What is known of the code. `cached` if it comes from an earlier visit. */
export type Known = { facts: Facts; cached: boolean } | { problem: Partial<Problem> } | null;

/** What the server put into the page, or null. */
export function block<T>(): { body: T | { problem: Partial<Problem> }; cached: boolean } | null {
  const found = document.getElementById('facts');
  if (found === null) return null;
  try {
    return { body: JSON.parse(found.textContent) as T, cached: found.hasAttribute('data-cached') };
  } catch {
    return null;
  }
}

/** The facts of the code in the page, or null. */
export function inPage(): Known {
  const found = block<Facts>();
  if (found === null) return null;
  const { body, cached } = found;
  return 'problem' in body ? body : { facts: body, cached };
}

/** Asks the server anew. Null without an answer. */
export async function ask(code: string): Promise<Known> {
  try {
    return { facts: await get<Facts>(`/codes/${encodeURIComponent(code)}`), cached: false };
  } catch (failure) {
    if (!(failure instanceof Failure) || failure.status === 0) return null;
    return { problem: { code: failure.code as Problem['code'], title: failure.message, status: failure.status } };
  }
}
