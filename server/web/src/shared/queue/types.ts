/** What the queue keeps. One item is one tap; it is never deleted before the server answered for it. */
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Kind = Schemas['CheckInKind'];
export type Role = Schemas['Role'];
export type Position = Schemas['PositionBody'];
export type Result = Schemas['ResultBody'];
export type Wire = Schemas['CheckInItem'];

/** What was tapped: fixed at the tap, and the same at each sending. Other content under the same id is a conflict. */
export interface Content {
  kind: Kind;
  /** What was scanned, or null. */
  code: string | null;
  /** What was typed instead, or null. */
  short_code: string | null;
  /** The phone's wall clock at the tap, RFC 3339. */
  created_at: string;
  position: Position | null;
  device_id: string;
}

/** Saved on this phone → received (there is a receipt) → accepted (it proves something); or refused, which stays visible. */
export type State = 'saved' | 'received' | 'accepted' | 'dead';

/** What is waited for before a saved item may be sent: its position for some seconds, or the person's choice of a role. */
export type Hold = 'position' | 'role' | null;

/** Why an item was refused, if not by a result of its own. */
export interface Refusal {
  code: string;
  title: string;
}

export interface Item {
  id: string;
  /** Who tapped. It is sent for nobody else. */
  person: string;
  /** Which post, in words for the list; null if nobody knows yet. */
  post: string | null;
  content: Content;
  /** Chosen after `role_ambiguous`. */
  role: Role | null;
  /** Milliseconds of the wall clock at the tap, for the order. */
  tapped: number;
  /** The life of the page that saw the tap, and its monotonic clock then. */
  life: string;
  lifeMs: number;
  state: State;
  hold: Hold;
  /** The roles to choose from while `hold` is `role`. */
  roles: Role[];
  result: Result | null;
  refusal: Refusal | null;
}

/** What a tap gives; the queue adds the rest. */
export interface Draft {
  person: string;
  post: string | null;
  kind: Kind;
  code: string | null;
  short_code: string | null;
  /** A fix that is there already; `undefined` if it is still looked for (then {@link Queue.locate} must follow). */
  position: Position | null | undefined;
  /** When it happened, if that was before this call: a code on a screen counts at the moment of its scan. */
  at?: { wall: number; steady: number } | undefined;
}

/** Where things that have an id are kept. */
export interface Kept<T> {
  all(): Promise<T[]>;
  put(item: T): Promise<void>;
  /** Changes one item in one transaction; `change` answers null to leave it. The new item, or null if nothing changed. */
  change(id: string, change: (item: T) => T | null): Promise<T | null>;
  remove(id: string): Promise<void>;
}

/** Where items are kept. */
export type Items = Kept<Item>;
