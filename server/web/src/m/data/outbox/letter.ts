/** What waits on this phone besides check-ins. A letter is written first and sent then; it is never thrown away before the server answered for it. */
import type { components } from '@/api/schema';
import type { Problem } from '@/api/client';

type Schemas = components['schemas'];

interface Common {
  /** The hazard's or the word's own id, made once: sent twice, it is one. */
  id: string;
  /** Who wrote it. It is sent for nobody else. */
  person: string;
  /** When, by the phone's clock. */
  written: number;
  /** Saved on this phone; or refused, with why. */
  state: 'saved' | 'refused';
  refusal: { status: number; problem: Problem | null } | null;
}

/** A photo as bytes: some WebKits lose the Blobs that a database was given. */
export interface KeptPhoto {
  id: string;
  bytes: ArrayBuffer;
}

export interface HazardLetter extends Common {
  kind: 'hazard';
  school: string;
  body: Schemas['NewHazardBody'];
  /** Once it is reported; what is left are photos. */
  number: string | null;
  /** Those that did not arrive yet. */
  photos: KeptPhoto[];
}

/** The reason that ends a patrol round. */
export interface EndLetter extends Common {
  kind: 'patrol_end';
  route: string;
  /** For the list. */
  routeName: string;
  reason: string;
  /** When the round began that it ends; null if that was without a network, too. */
  opened: string | null;
  /** When it was said, by the clocks of this phone. */
  said: { tapped: number; life: string; lifeMs: number };
  /** The same by the server's clock; null while this phone does not know that. Fixed before it is first sent. */
  at: string | null;
}

export type Letter = HazardLetter | EndLetter;

/** What the writer gives; the outbox adds the rest. */
type Written<L extends Letter> = Omit<L, 'person' | 'written' | 'state' | 'refusal'>;
export type Draft = Written<HazardLetter> | Written<EndLetter>;
