import { formatNumber, lowestShown, SeriesChart } from '@atrium/ui';
import { formatSli, formatTarget } from '@atrium/plugin-slo-common';
import {
  toDataBands,
  toIncidentBands,
  toMarks,
} from '../../objectives/chartEvents';
import { t } from '../../translation';
import type { BudgetChartProps } from './BudgetChart';
import { CHART_LEGEND } from './chartLegend';

/** The SLI step by step against its target. */
export function SliChart({ series, events }: BudgetChartProps) {
  const { target } = series;
  return (
    <SeriesChart
      title={t('sliChart.sliOfEach', {
        step: t(`sliChart.${series.step}`),
      })}
      from={series.from}
      to={series.to}
      points={series.points.map(({ at, ratio, good, total }) => ({
        at,
        value: ratio,
        note:
          good === undefined || total === undefined
            ? undefined
            : t('sliChart.ofGood', {
                good: formatNumber(good),
                total: formatNumber(total),
              }),
      }))}
      level={{
        value: target,
        label: t('sliChart.target', { target: formatTarget(target) }),
      }}
      domain={[
        lowestShown(
          series.points.map(({ ratio }) => ratio),
          target,
        ),
        1,
      ]}
      marks={toMarks(events, series)}
      bands={[...toDataBands(series), ...toIncidentBands(events, series)]}
      legend={CHART_LEGEND}
      formatValue={value => formatSli(value, target)}
    />
  );
}
