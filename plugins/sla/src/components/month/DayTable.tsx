import {
  type DataColumn,
  DataTable,
  formatDay,
  formatNumber,
  NoValue,
  Section,
  textStyles,
} from '@atrium/ui';
import { type MonthlyReport, type ReportDay } from '@atrium/plugin-sla-common';
import { durationWords, formatSli } from '@atrium/plugin-slo-common';
import { t } from '../../translation';

/** What was counted on each day that has begun. */
export function DayTable({ report }: { report: MonthlyReport }) {
  const { days, agreement } = report;
  return (
    <Section title={t('dayTable.dayByDay')}>
      <DataTable
        label={t('dayTable.daysOfTheMonth')}
        columns={dayColumns(agreement.target)}
        items={days.filter(
          ({ countedMinutes, excludedMinutes }) =>
            countedMinutes + excludedMinutes > 0,
        )}
        keyOf={({ day }) => day}
      />
    </Section>
  );
}

function dayColumns(target: number): DataColumn<ReportDay>[] {
  return [
    { title: t('dayTable.day'), cell: ({ day }) => formatDay(day) },
    {
      title: t('dayTable.sli'),
      isNumber: true,
      cell: ({ sli }) =>
        sli === undefined ? (
          <NoValue />
        ) : (
          <span data-is-missed={sli < target}>{formatSli(sli, target)}</span>
        ),
    },
    {
      title: t('dayTable.bad'),
      isNumber: true,
      cell: ({ good, total }) => formatNumber(total - good),
    },
    {
      title: t('dayTable.of'),
      isNumber: true,
      cell: ({ total }) => formatNumber(total),
    },
    {
      title: t('dayTable.notMeasured'),
      isNumber: true,
      cell: ({ countedMinutes, measuredMinutes }) =>
        minutesCell(countedMinutes - measuredMinutes),
    },
    {
      title: t('dayTable.excluded'),
      isNumber: true,
      cell: ({ excludedMinutes }) => minutesCell(excludedMinutes),
    },
  ];
}

function minutesCell(minutes: number) {
  return minutes > 0 ? (
    durationWords(minutes)
  ) : (
    <span className={textStyles.muted}>–</span>
  );
}
