/** What an answer makes of an item. */
import type { Item, Refusal, Result } from './types';

const PROVES: readonly string[] = ['confirmed', 'likely', 'claimed'];

/** Nobody was asked for a role yet and the server wants to know it: the item waits for the person, under the same id. */
function asks(result: Result): boolean {
  return result.status === 'invalid' && result.reasons.includes('role_ambiguous') && (result.roles ?? []).length > 0;
}

/** The item with its result. `received` is what a receipt proves; `accepted` is what also counts. */
export function settled(item: Item, result: Result): Item {
  if (asks(result)) return { ...item, hold: 'role', roles: result.roles ?? [], role: null, result };
  switch (result.status) {
    case 'recorded':
    case 'replayed':
      return { ...item, hold: null, state: PROVES.includes(result.grade ?? '') ? 'accepted' : 'received', result, refusal: null };
    case 'conflict':
    case 'invalid':
      return { ...item, hold: null, state: 'dead', result, refusal: null };
  }
}

/** The item, refused without a result of its own. */
export function refused(item: Item, refusal: Refusal): Item {
  return { ...item, hold: null, state: 'dead', refusal };
}

/** Which result is whose: by id, and where the server could not read the id, by the place in the request. */
export function resultFor(items: Item[], results: Result[], place: number): Result | undefined {
  const id = items[place]?.id;
  const there = results[place];
  return results.find((one) => one.id === id) ?? (there?.id === null || there?.id === undefined ? there : undefined);
}
