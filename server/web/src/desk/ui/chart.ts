/** ECharts with only what the desk draws: lines and bars, as SVG, with patterns beside the colours. */
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export { init };
export type Option = EChartsCoreOption;

/** A colour of tokens.css as it is now: charts cannot read variables. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** What all charts share: our type, colours, patterns; nothing moves. */
export function base(): Option {
  const [ink, soft, line, paper] = ['--ink', '--soft', '--line', '--paper'].map(token);
  const axis = { axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: soft, fontSize: 12 }, splitLine: { lineStyle: { color: line } } };
  return {
    animation: false,
    color: ['--accent', '--claimed', '--likely', '--rejected', '--planned'].map(token),
    textStyle: { fontFamily: token('--font'), color: ink },
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: ink, fontSize: 12 }, itemWidth: 24 },
    tooltip: { trigger: 'axis', backgroundColor: paper, borderColor: line, textStyle: { color: ink, fontSize: 12 }, confine: true },
    xAxis: { type: 'category', ...axis },
    yAxis: { type: 'value', ...axis },
  };
}
