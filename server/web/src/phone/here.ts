/** My time on this post, who else is here, what next: from the server, which alone derives stays. */
import { Failure, get, type Schemas } from './http';

/** `to` is the end of force as known now; it may lie ahead. */
export type Stay = Schemas['StayHereBody'];
export type Here = Schemas['HereBody'];

/** Null if it could not be had; `strange` if this person has nothing to do with the school. */
export async function readHere(checkpoint: string): Promise<Here | 'strange' | null> {
  try {
    return await get<Here>(`/checkpoints/${checkpoint}/here`);
  } catch (failure) {
    return failure instanceof Failure && (failure.code === 'not_found' || failure.code === 'forbidden') ? 'strange' : null;
  }
}
