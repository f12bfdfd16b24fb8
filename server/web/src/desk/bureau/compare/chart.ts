/** Charts of a roll-up: lines over days, bars over schools or stations. */
import { token, type Option } from '@/desk/ui/chart';
import { rate, valueOf, type Figure, type Row } from '../figures';

/** A line for each figure over days, months or terms. Those without anything to divide by are breaks, not zeros. */
export function linesOver(rows: readonly Row[], figures: readonly { figure: Figure; label: string }[], name: (row: Row) => string): Option {
  return {
    xAxis: { data: rows.map(name), boundaryGap: false },
    yAxis: { min: 0, max: 100, axisLabel: { formatter: '{value} %', color: token('--soft'), fontSize: 12 } },
    series: figures.map(({ figure, label }, index) => ({
      type: 'line', name: label, data: rows.map((row) => valueOf(row.sums, figure)), connectNulls: false, showSymbol: rows.length < 32,
      symbol: ['circle', 'rect', 'triangle', 'diamond'][index], symbolSize: 7, lineStyle: { width: 2, type: (['solid', 'dashed', 'dotted', 'solid'] as const)[index] },
    })),
  };
}

/** The most bars in one chart; the table beneath has all. */
export const MOST_BARS = 40;

/** A bar for each school or station, the lowest first: those are looked for. */
export function barsOf(rows: readonly Row[], figure: Figure, label: string): Option {
  const known = rows.flatMap((row) => {
    const value = valueOf(row.sums, figure);
    return value === null ? [] : [{ name: row.name ?? '–', value }];
  }).sort((a, b) => a.value - b.value).slice(0, MOST_BARS);
  return {
    legend: { show: false },
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value} %', color: token('--soft'), fontSize: 12 }, splitLine: { lineStyle: { color: token('--line') } } },
    yAxis: { type: 'category', inverse: true, data: known.map((row) => row.name), axisTick: { show: false }, axisLine: { lineStyle: { color: token('--line') } }, axisLabel: { color: token('--ink'), fontSize: 12 } },
    series: [{ type: 'bar', name: label, data: known.map((row) => row.value), barMaxWidth: 14, label: { show: true, position: 'right', formatter: ({ value }: { value: unknown }) => rate(Number(value)), color: token('--ink'), fontSize: 12 } }],
  };
}
