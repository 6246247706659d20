import { formatPercent, SeriesChart } from '@atrium/ui';
import { budgetWords, type SloSeries } from '@atrium/plugin-slo-common';
import type { DeliveryEvents } from '../../api/DeliveryEventsApi';
import {
  toDataBands,
  toIncidentBands,
  toMarks,
} from '../../objectives/chartEvents';
import { t } from '../../translation';
import { CHART_LEGEND } from './chartLegend';

/** Props of {@link BudgetChart}. */
export interface BudgetChartProps {
  series: SloSeries;
  events: DeliveryEvents;
}

/** How the budget went down, and what was deployed or broken meanwhile. */
export function BudgetChart({ series, events }: BudgetChartProps) {
  const budgets = series.points.flatMap(
    ({ budgetRemaining }) => budgetRemaining ?? [],
  );
  const least = Math.min(0, ...budgets);
  return (
    <SeriesChart
      title={t('budgetChart.errorBudgetLeft')}
      from={series.from}
      to={series.to}
      points={series.points.map(({ at, isGap, budgetRemaining }) => ({
        at,
        // The budget of a gap is that of before: nobody measured it.
        value: isGap ? undefined : budgetRemaining,
      }))}
      level={{ value: 0, label: t('budgetChart.budgetSpent') }}
      domain={[least, 1]}
      marks={toMarks(events, series)}
      bands={[...toDataBands(series), ...toIncidentBands(events, series)]}
      legend={CHART_LEGEND}
      formatValue={budgetWords}
      formatTick={value => formatPercent(value, 0)}
    />
  );
}
