/** All that the post's page shows, in one place. */
import type { Sending } from '@/shared/queue/sender';
import type { Item, Kind, Role } from '@/shared/queue/types';
import type { Facts } from './facts';
import type { Here } from './here';
import type { Profile, Who } from './me';
import { happened, standing, type Standing } from './standing';

/** What is folded out below its button. */
export type Panel = 'switch' | 'consent' | 'help' | 'leave' | null;

export interface Model {
  code: string;
  short: boolean;
  facts: Facts | null;
  who: Who;
  profile: Profile | null;
  here: Here | 'strange' | null;
  /** Everything in the queue, newest first. */
  items: Item[];
  /** False if what is saved ends with this page. */
  durable: boolean;
  sending: Sending;
  /** Whether the person wants the position attached; it is only if they also agreed. */
  wantsPlace: boolean;
  /** The server's clock less the phone's. */
  offset: number;
  busy: boolean;
  /** The facts are being asked for. */
  asking: boolean;
  /** The item whose position is looked for. */
  locating: string | null;
  /** Why the last tap has no position. */
  missed: { id: string; why: 'denied' | 'none' } | null;
  panel: Panel;
  /** Rises when the switch has to be drawn anew. */
  placeDrawn: number;
  /** Whether the list is unfolded, and which dead letter is about to be discarded. */
  listOpen: boolean;
  discarding: string | null;
  /** What went wrong with the last thing that was asked for. */
  said: string;
}

export interface Actions {
  tap: (kind: Kind) => void;
  leave: () => void;
  choose: (id: string, role: Role) => void;
  place: (on: boolean) => void;
  agree: () => void;
  panel: (which: Panel) => void;
  signIn: () => void;
  signOut: () => void;
  flush: () => void;
  list: (open: boolean) => void;
  again: (id: string) => void;
  discarding: (id: string | null) => void;
  discard: (id: string) => void;
  copy: (text: string) => void;
  language: () => void;
}

/** A result is shown in the button's place for as long as it is news. */
const NEWS = 15 * 60_000;

/** The server's present. */
export function nowOf(model: Pick<Model, 'offset'>): number {
  return Date.now() + model.offset;
}

export function hereOf(model: Pick<Model, 'here'>): Here | null {
  return model.here === 'strange' ? null : model.here;
}

/** The person's own items at this post. */
export function mine({ items, who, code, facts }: Pick<Model, 'items' | 'who' | 'code' | 'facts'>): Item[] {
  const same = (text: string | null) => text !== null && text.toLowerCase() === code.toLowerCase();
  const here = (item: Item) => same(item.content.code) || same(item.content.short_code) || (!!facts && item.result?.checkpoint?.id === facts.checkpoint.id);
  return items.filter((item) => item.person === who.id && here(item));
}

/** The newest tap here, while it is news. */
export function current(model: Model): Item | null {
  const [newest] = mine(model);
  if (newest === undefined) return null;
  return newest.state === 'saved' || Math.abs(Date.now() - newest.tapped) < NEWS ? newest : null;
}

export function standingOf(model: Model): Standing {
  return standing(mine(model), hereOf(model), nowOf(model), model.offset);
}

export function happenedAt(item: Item, model: Model): number {
  return happened(item, model.offset);
}

/** May the position be attached: wanted, and agreed to. */
export function attaches(model: Pick<Model, 'wantsPlace' | 'profile'>): boolean {
  return model.wantsPlace && model.profile?.location === true;
}
