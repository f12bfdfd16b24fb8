/** Days added up by week. */
import type { components } from '@/api/schema';
import { plusDays, weekday } from '../dates';

type DayRow = components['schemas']['CoverageDayBody'];

export interface Week {
  /** Its Monday. */
  from: string;
  requiredSeconds: number;
  coveredSeconds: number;
  postsRequired: number;
  postsCovered: number;
  slots: number;
  onTime: number;
  stays: number;
}

/** The weeks that have posts that count, the oldest first. */
export function weeks(days: DayRow[]): Week[] {
  const found = new Map<string, Week>();
  for (const { date, posts, punctuality, person_stays } of days) {
    const from = plusDays(date, -weekday(date));
    const week = found.get(from) ?? { from, requiredSeconds: 0, coveredSeconds: 0, postsRequired: 0, postsCovered: 0, slots: 0, onTime: 0, stays: 0 };
    found.set(from, week);
    week.requiredSeconds += posts.required_seconds;
    week.coveredSeconds += posts.covered_seconds;
    week.postsRequired += posts.posts_required;
    week.postsCovered += posts.posts_covered;
    week.slots += punctuality.slots;
    week.onTime += punctuality.on_time;
    week.stays += person_stays;
  }
  return [...found.values()].filter((week) => week.postsRequired > 0).sort((a, b) => a.from.localeCompare(b.from));
}

/** A share in percent to a tenth, rounded down; null if there is nothing to divide by. */
export const share = (part: number, whole: number): number | null => (whole <= 0 ? null : Math.floor((part / whole) * 1000) / 10);
