import {
  formatNumber,
  lowestShown,
  SeriesChart,
  type SeriesChartBand,
} from '@atrium/ui';
import { type MonthlyReport, type ReportDay } from '@atrium/plugin-sla-common';
import { formatSli, formatTarget } from '@atrium/plugin-slo-common';
import { t } from '../../translation';

/** What bands mean. */
const CHART_LEGEND = {
  get missing() {
    return t('dayChart.notMeasured');
  },
  get excluded() {
    return t('dayChart.excluded');
  },
};

/** The days of a month against what was agreed. */
export function DayChart({ report }: { report: MonthlyReport }) {
  const { agreement, days } = report;
  const { target } = agreement;
  if (days.length === 0) {
    return null;
  }
  return (
    <SeriesChart
      title={t('dayChart.sliOfEachDay')}
      from={startOf(days[0])}
      to={startOf(days[days.length - 1], 1)}
      points={days.map(day => ({
        at: startOf(day),
        value: day.sli,
        note: t('dayChart.ofGood', {
          good: formatNumber(day.good),
          total: formatNumber(day.total),
        }),
      }))}
      level={{
        value: target,
        label: t('dayChart.agreed', { target: formatTarget(target) }),
      }}
      domain={[
        lowestShown(
          days.map(({ sli }) => sli),
          target,
        ),
        1,
      ]}
      bands={days.flatMap(bandsOf)}
      legend={CHART_LEGEND}
      formatValue={value => formatSli(value, target)}
    />
  );
}

function bandsOf(day: ReportDay): SeriesChartBand[] {
  const { countedMinutes, measuredMinutes, excludedMinutes } = day;
  const kind =
    (excludedMinutes > 0 && 'excluded') ||
    (countedMinutes > 0 && measuredMinutes === 0 && 'missing');
  return kind
    ? [
        {
          id: day.day,
          kind,
          from: startOf(day),
          to: startOf(day, 1),
          label: CHART_LEGEND[kind],
        },
      ]
    : [];
}

/**
 * Midnight by the clock of the reader, which is that of the chart: what matters
 * is the day, and that is the one of the agreement.
 */
function startOf({ day }: ReportDay, addedDays = 0): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + addedDays).toISOString();
}
