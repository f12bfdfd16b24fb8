/** What can be said about a check-in later. Each answers true once it was recorded. */
import { api, ok } from '@/api/client';
import { clock } from '@/shared/format';
import { zone } from '@/desk/shell/place';
import { askReason } from '@/desk/ui/ask';
import { notice } from '@/desk/ui/notice';
import type { CheckIn } from './data';
import { t } from './words';

/** Vouches for somebody who stood at the same post. */
export async function coSign(of: CheckIn): Promise<boolean> {
  const said = await askReason({
    title: t('coSign.title', { name: of.person.name }),
    text: t('coSign.text'),
    yes: t('coSign.yes'),
    reason: { hint: t('coSign.hint') },
    act: (reason) => ok(api.POST('/api/v1/check-ins/{id}/co-signs', { params: { path: { id: of.id } }, body: { reason } })),
  });
  if (said !== null) notice(t('coSign.done'));
  return said !== null;
}

/** Declares that a check-in is not to stand. */
export async function voidIt(of: CheckIn): Promise<boolean> {
  const said = await askReason({
    title: t('void.title'),
    text: t('void.text', { name: of.person.name, time: clock(of.at, zone.value, true) }),
    yes: t('void.yes'),
    danger: true,
    act: (reason) => ok(api.POST('/api/v1/check-ins/{id}/voids', { params: { path: { id: of.id } }, body: { reason } })),
  });
  if (said !== null) notice(t('void.done'));
  return said !== null;
}
