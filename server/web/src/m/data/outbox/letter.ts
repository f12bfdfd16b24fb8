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

export type Letter = HazardLetter;

/** What the writer gives; the outbox adds the rest. */
export type Draft = Omit<HazardLetter, 'person' | 'written' | 'state' | 'refusal'>;
