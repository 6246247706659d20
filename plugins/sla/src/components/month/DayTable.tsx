import {
  type DataColumn,
  DataTable,
  formatDay,
  formatNumber,
  Section,
  textStyles,
} from '@atrium/ui';
import { type MonthlyReport, type ReportDay } from '@atrium/plugin-sla-common';
import { durationWords, formatSli } from '@atrium/plugin-slo-common';

/** What was counted on each day that has begun. */
export function DayTable({ report }: { report: MonthlyReport }) {
  const { days, agreement } = report;
  return (
    <Section title="Day by day">
      <DataTable
        label="Days of the month"
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
    { title: 'Day', cell: ({ day }) => formatDay(day) },
    {
      title: 'SLI',
      isNumber: true,
      cell: ({ sli }) =>
        sli === undefined ? (
          <span className={textStyles.muted}>–</span>
        ) : (
          <span data-is-missed={sli < target}>{formatSli(sli, target)}</span>
        ),
    },
    {
      title: 'Bad',
      isNumber: true,
      cell: ({ good, total }) => formatNumber(total - good),
    },
    {
      title: 'Of',
      isNumber: true,
      cell: ({ total }) => formatNumber(total),
    },
    {
      title: 'Not measured',
      isNumber: true,
      cell: ({ countedMinutes, measuredMinutes }) =>
        minutesCell(countedMinutes - measuredMinutes),
    },
    {
      title: 'Excluded',
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
