import { expect, it } from 'vitest';
import type { RollUp, Sums } from '../figures';
import { reportPage, reportRows, type ReportWords } from './page';

const words = new Proxy({}, { get: (_, key) => String(key) }) as ReportWords;
const sums = (required: number, covered: number): Sums => ({
  days: 1, live_days: 0, revised_days: 0, as_known_at: null, school_days: 1, school_days_set_up: 1, school_days_unknown: 0, set_up_rate: 100, punctuality: { slots: 0, on_time: 0, rate: null }, person_stays: 7,
  posts: {
    posts_required: required, posts_covered: covered, posts_short: 0, posts_empty: 0, posts_excused: 0, posts_unknown: 0, required_minutes: 0, covered_minutes: 30, required_seconds: 0, covered_seconds: 0,
    required_slot_seconds: 0, slot_seconds: 0, seconds_by_grade: { confirmed: 0, likely: 0, claimed: 0 }, posts_rate: (covered / required) * 100, time_rate: null, slot_rate: null,
  },
});
const data: RollUp = {
  by: 'school', by_roles: [], from: '', to: '', organization: 'x', organization_id: 'o', schools: 2, stays_by_role: {}, whole: sums(4, 3),
  rows: [{ name: '<乙>', organization_id: 'b', date: null, sums: sums(2, 1) }, { name: '甲', organization_id: 'a', date: null, sums: sums(2, 2) }],
};

it('fills in what the system knows, leaves the rest empty, and ends with the sum', () => {
  expect(reportRows(data, words, null)[1]?.[9]).toBe('');
  const rows = reportRows(data, words, new Map([['a', 2]]));
  expect(rows).toHaveLength(4);
  expect(rows.map((row) => row[9])).toEqual(['hazards', '0', '2', '2']);
  expect(rows[3]).toEqual(['', 'whole', '100 %', '4', '3', '75.0 %', '30', '7', '', '2', '', '']);
  expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
});

it('prints names as text', () => {
  const page = reportPage(reportRows(data, words, null), { title: '<t>', by: '', span: '', on: '', stays: '', notes: [], preparer: '', reviewer: '', lang: 'zh-CN' });
  expect(page).not.toContain('<乙>');
  expect(page).not.toContain('<t>');
});
