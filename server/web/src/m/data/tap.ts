/** One tap: saved on the phone first, with the position that is there; a position that comes within ten seconds is added. */
import { session } from '@/shared/session';
import type { Item } from '@/shared/queue/types';
import type { Fixes } from './position';
import { queue } from './queue';
import type { CheckInKind } from './wire';

export interface Tap {
  kind: CheckInKind;
  code: string | null;
  shortCode: string | null;
  /** In words, for the list. */
  post: string | null;
  /** Whether a position goes with it. */
  locate: boolean;
}

/** Saves the tap and lets it go out; settles when it is on the phone. Null if nobody is signed in. */
export async function tap(what: Tap, fixes: Fixes): Promise<Item | null> {
  const person = session()?.person.id;
  if (person === undefined) return null;
  const now = Date.now();
  const there = what.locate ? fixes.ready(now) : null;
  const seeks = what.locate && there === null && fixes.state.value === 'seeking';
  const kept = await queue();
  const item = await kept.add({
    person,
    post: what.post,
    kind: what.kind,
    code: what.code,
    short_code: what.shortCode,
    position: seeks ? undefined : there,
  });
  if (seeks) void fixes.wait(now).then((position) => kept.locate(item.id, position));
  return item;
}
