/** Whether one agreed to the use of one's position: without that, none is sought. */
import { shallowRef } from 'vue';
import { api, ok } from '@/api/client';
import { recall, remember } from './cache';
import type { Consent } from './wire';

export const consents = shallowRef<Consent[] | null>(null);

/** Brings back what was last known. */
export function recallConsents(): void {
  consents.value ??= recall<Consent[]>('consents')?.value ?? null;
}

export async function loadConsents(): Promise<void> {
  recallConsents();
  const { items } = await ok(api.GET('/api/v1/me/consents'));
  consents.value = items;
  remember('consents', items);
}

/** Agreed to. A text that changed since is asked for anew, and the answer to the one before counts until then, here as at the server. */
export function given(kind: Consent['kind'], among: Consent[] | null): boolean {
  const one = among?.find((consent) => consent.kind === kind);
  return one?.given === true;
}

export async function answerConsent(kind: Consent['kind'], yes: boolean): Promise<void> {
  await ok(api.POST('/api/v1/me/consents', { body: { kind, given: yes } }));
  await loadConsents();
}
