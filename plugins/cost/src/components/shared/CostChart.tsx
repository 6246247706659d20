import {
  formatCoarseMoney,
  formatRoundMoney,
  formatShortDay,
  formatShortMonth,
  StackedChart,
  textStyles,
} from '@atrium/ui';
import type { CostDimension, CostSeries } from '@atrium/plugin-cost-common';
import {
  chartEvents,
  type CostEvents,
  EVENT_LEGEND,
} from '../../charts/chartEvents';
import { partColors, partLabel } from '../../charts/partColors';
import { sizeOf } from '../../money/amounts';
import { t } from '../../translation';

/** Props of {@link CostChart}. */
export interface CostChartProps {
  title: string;
  series: CostSeries;
  /** What it is taken apart by. */
  by: CostDimension;
  events: CostEvents;
  /** Why signs may be missing. */
  eventsError?: Error | null;
}

/** Cost over time, with what was shipped, what broke and what was unusual. */
export function CostChart(props: CostChartProps) {
  const { title, series, by, events, eventsError } = props;
  const { starts, granularity, currency } = series;
  const signs = chartEvents(events, series);
  const format = granularity === 'day' ? formatShortDay : formatShortMonth;
  const labels = starts.map(start => format(start));
  return (
    <>
      <StackedChart
        title={title}
        parts={partColors(
          series.series.map(({ key, label }) => ({
            key,
            label: partLabel({ key, label }, by),
          })),
        )}
        points={labels.map((label, index) => ({
          label,
          counts: Object.fromEntries(
            series.series.flatMap(({ key, amounts }) => {
              const amount = amounts[index] ?? undefined;
              return amount === undefined ? [] : [[key, sizeOf(amount)]];
            }),
          ),
          events: signs[index],
        }))}
        eventLegend={EVENT_LEGEND}
        missing={t('costChart.noChargesYet')}
        formatTick={value => formatCoarseMoney(value, currency)}
        formatValue={(value, place) => {
          // What is drawn is rounded; what is read is what was answered.
          const exact =
            place &&
            series.series.find(({ key }) => key === place.part.id)?.amounts[
              labels.indexOf(place.point.label)
            ];
          return formatRoundMoney({
            amount: exact ?? String(Math.round(value)),
            currency,
          });
        }}
      />
      {eventsError && (
        <p role="status" className={textStyles.muted}>
          {t('costChart.deploymentsAndIncidentsAreMissing', {
            message: eventsError.message,
          })}
        </p>
      )}
    </>
  );
}
