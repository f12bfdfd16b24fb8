/** A call for help without a network: kept where the phone app keeps its own. Its page sends it as soon as there is a network. */
import { pressNow, type Pressed } from '@/shared/alarm';
import type { Facts } from './facts';
import { recall, remember } from './remember';

const all = () => recall<Pressed[]>('alarms') ?? [];

/** Whether one waits to be sent: the server takes none that is older than a day. */
export function waits(): boolean {
  return all().some(({ state, tapped }) => state === 'saved' && Date.now() - tapped < 864e5);
}

/** Keeps one for the post of this page. */
export function keep(person: string, { school, checkpoint }: Facts): void {
  const one = pressNow({ person, school: school.id, checkpoint: checkpoint.id, drill: false, position: null });
  remember('alarms', [one, ...all()]);
}
