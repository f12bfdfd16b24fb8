import { expect, it } from 'vitest';
import { peopleOf, suits, windowsAt, type Template } from './templates';

const template: Template = {
  code: 'x', name: 'x', source: '', checkpoints: [{ key: 'gate', name: '校门', kind: 'gate' }],
  windows: [{ kind: 'drop_off', from_minutes: -30, to_minutes: 15, lead_minutes: 20 }, { kind: 'pick_up', from_minutes: 0, to_minutes: 30, lead_minutes: 0 }],
  duties: [{ checkpoint: 'gate', roles: ['guard'], count: 2, min_grade: 'likely' }, { checkpoint: 'gate', roles: ['parent'], count: 3, min_grade: 'likely' }],
};

it('measures windows from the times of the school', () => {
  expect(windowsAt(template, '07:50', '16:30')).toEqual([
    { kind: 'drop_off', starts: '07:20', ends: '08:05', lead: 20 },
    { kind: 'pick_up', starts: '16:30', ends: '17:00', lead: 0 },
  ]);
  expect(peopleOf(template)).toBe(5);
  expect(suits('kindergarten')).toBe('kindergarten');
  expect(suits(null)).toBe('one_one_two_two');
});
