/** A check-in in words. */
import { say } from '@/desk/i18n/common';
import type { CheckIn, Flag } from './data';
import { t } from './words';

/** The flags that nobody has reviewed yet. */
export function openFlags(of: CheckIn): Flag[] {
  const reviews = of.amendments.filter((word) => word.kind === 'review');
  // One without a flag was of all of them.
  return of.flags.filter((flag) => !reviews.some((word) => (word.flag ?? flag) === flag));
}

/** Whether it was voided, and so cannot be again. */
export const voided = (of: CheckIn): boolean => of.amendments.some((word) => word.kind === 'void');

/** What was said about it since, a sentence each. */
export function sayings(of: CheckIn): string[] {
  return of.amendments.map((word) => {
    const { name } = word.author;
    const what =
      word.kind === 'co_sign' ? t('coSigned', { name })
      : word.kind === 'void' ? t('voided', { name })
      : t('reviewed', { name, outcome: t(`outcome.${word.outcome ?? 'dismissed'}`) });
    return word.reason === '' ? what : t('withReason', { what, reason: word.reason });
  });
}

/** Person and role. */
export const whoOf = (of: CheckIn): string => (of.role ? `${of.person.name} · ${say(`role.${of.role}`)}` : of.person.name);
