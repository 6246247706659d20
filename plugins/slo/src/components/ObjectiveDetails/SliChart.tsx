import { formatNumber, SeriesChart } from '@atrium/ui';
import type { SloSeries } from '@atrium/plugin-slo-common';
import {
  toDataBands,
  toIncidentBands,
  toMarks,
} from '../../objectives/chartEvents';
import { formatSli, formatTarget } from '../../words/ratioWords';
import type { BudgetChartProps } from './BudgetChart';
import { CHART_LEGEND } from './chartLegend';

/** The SLI step by step against its target. */
export function SliChart({ series, events }: BudgetChartProps) {
  const { target } = series;
  return (
    <SeriesChart
      title={`SLI of each ${series.step}`}
      from={series.from}
      to={series.to}
      points={series.points.map(({ at, ratio, good, total }) => ({
        at,
        value: ratio,
        note:
          good === undefined || total === undefined
            ? undefined
            : `${formatNumber(good)} of ${formatNumber(total)} good`,
      }))}
      level={{ value: target, label: `target ${formatTarget(target)}` }}
      domain={[lowestShown(series), 1]}
      marks={toMarks(events, series)}
      bands={[...toDataBands(series), ...toIncidentBands(events, series)]}
      legend={CHART_LEGEND}
      formatValue={value => formatSli(value, target)}
    />
  );
}

/** Room for twice the allowed failures, or for the worst that there was. */
function lowestShown({ points, target }: SloSeries): number {
  const worst = Math.min(1, ...points.flatMap(({ ratio }) => ratio ?? []));
  const lowest = Math.min(1 - 2 * (1 - target), worst - (1 - target) / 2);
  return Math.max(0, lowest);
}
