/** My time on this post, who else is here, what next: from the server, which alone derives stays. */
import type { Window } from './facts';
import { Failure, get, type Schemas } from './http';

type Role = Schemas['Role'];
type Grade = Schemas['Grade'];

export interface Stay {
  from: string;
  /** The end of force as known now; it may lie ahead. */
  to: string;
  role: Role | null;
  grade: Grade;
}

export interface Here {
  now: string;
  hold_minutes: number;
  /** My roles here, by membership or by a shift of today. */
  roles: Role[];
  window: Window | null;
  me: {
    stays: Stay[];
    on_post_until: string | null;
    again_by: string | null;
    elsewhere: { checkpoint: { id: string; name?: string | null }; until: string } | null;
  };
  others: { role: Role | null; grade: Grade; since: string; until: string; name: string | null }[];
}

/** Null if it could not be had; `strange` if this person has nothing to do with the school. */
export async function readHere(checkpoint: string): Promise<Here | 'strange' | null> {
  try {
    return await get<Here>(`/checkpoints/${checkpoint}/here`);
  } catch (failure) {
    return failure instanceof Failure && (failure.code === 'not_found' || failure.code === 'forbidden') ? 'strange' : null;
  }
}
