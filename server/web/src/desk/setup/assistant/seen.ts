/** What was looked at in the assistant, kept on this device for each school. */
import type { LonLat } from '@/shared/map/datum';
import { NOTHING_SEEN, type Seen } from './steps';

export type Kept = Seen & { at: LonLat | null; starts: string; dismissal: string };

const FIRST: Kept = { ...NOTHING_SEEN, at: null, starts: '07:50', dismissal: '16:30' };
const key = (school: string) => `huxue.assistant.${school}`;

/** What was kept for a school. */
export function kept(school: string): Kept {
  try {
    const text = localStorage.getItem(key(school));
    return text === null ? FIRST : { ...FIRST, ...(JSON.parse(text) as Partial<Kept>) };
  } catch {
    return FIRST;
  }
}

/** Keeps something more for a school. */
export function keep(school: string, more: Partial<Kept>): Kept {
  const all = { ...kept(school), ...more };
  try {
    localStorage.setItem(key(school), JSON.stringify(all));
  } catch {
    // Without storage the assistant goes by what the server knows.
  }
  return all;
}
