/** What the app asks about oneself. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
/** A shift with what a person reads: where, when, whether there is school. */
export type Shift = Schemas['ShiftBody'];
/** Check-ins that one could co-sign now, and the posts where one is on duty well enough to do so. */
export type CoSignables = Schemas['CoSignableBody'];
/** A post as it stands for oneself: my time there, who else is there. */
export type Here = Schemas['HereBody'];
/** The proof that it is oneself, before an account is deleted. */
export type Proof = Schemas['DeletionBody'];

export async function coSignables(): Promise<CoSignables> {
  return await ok(api.GET('/api/v1/me/co-signables'));
}

export async function hereAt(checkpoint: string): Promise<Here> {
  return await ok(api.GET('/api/v1/checkpoints/{id}/here', { params: { path: { id: checkpoint } } }));
}

/** Hands a shift to the person with this phone number. */
export async function handOver(shift: string, phone: string): Promise<Shift> {
  return await ok(api.POST('/api/v1/shifts/{id}/stand-in', { params: { path: { id: shift } }, body: { phone } }));
}

/** Everything that is kept about oneself, as one JSON document. */
export async function exportMe(): Promise<Blob> {
  return await ok(api.GET('/api/v1/me/export', { parseAs: 'blob' }));
}

export async function deleteMe(proof: Proof): Promise<void> {
  await ok(api.POST('/api/v1/me/deletion', { body: proof }));
}
