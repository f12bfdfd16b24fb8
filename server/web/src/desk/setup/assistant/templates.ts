/** Templates: what they would make at a school's times. */
import type { components } from '@/api/schema';
import { minuteOf, timeOf } from '../rules/model';

export type Template = components['schemas']['TemplateBody'];

export interface PlannedWindow { kind: 'drop_off' | 'pick_up'; starts: string; ends: string; lead: number }

/** How many people a template asks for in each window. */
export function peopleOf(template: Template): number {
  return template.duties.reduce((sum, duty) => sum + duty.count, 0);
}

/** The windows at a school that starts and dismisses at these times. */
export function windowsAt(template: Template, starts: string, dismissal: string): PlannedWindow[] {
  return template.windows.map((window) => {
    const from = minuteOf(window.kind === 'drop_off' ? starts : dismissal);
    return { kind: window.kind, starts: timeOf(from + window.from_minutes), ends: timeOf(from + window.to_minutes), lead: window.lead_minutes };
  });
}

/** The template that suits a kind of school; the plainest one otherwise. */
export function suits(schoolType: string | null | undefined): string {
  return schoolType === 'kindergarten' ? 'kindergarten' : 'one_one_two_two';
}
