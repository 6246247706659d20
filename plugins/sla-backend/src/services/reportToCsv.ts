import type { MonthlyReport, ReportDay } from '@atrium/plugin-sla-common';

const COLUMNS = [
  'day',
  'good',
  'total',
  'sli',
  'countedMinutes',
  'measuredMinutes',
  'excludedMinutes',
] as const;

/** What nobody knows once minutes of a day are lost; zero would be a figure. */
const UNKNOWN_WHEN_LOST: ReadonlySet<string> = new Set([
  'good',
  'total',
  'sli',
  'measuredMinutes',
]);

/**
 * Writes the days of a report, and their sum, for spreadsheets. What cannot be
 * measured any more is left empty.
 */
export function reportToCsv(report: MonthlyReport): string {
  const sum = {
    day: report.month,
    good: report.good,
    total: report.total,
    sli: report.sli,
    countedMinutes: sumOf(report.days, day => day.countedMinutes),
    measuredMinutes: sumOf(report.days, day => day.measuredMinutes),
    excludedMinutes: report.excludedMinutes,
    hasLostMinutes: report.hasLostMinutes,
  };
  // Only numbers and dates: nothing that would need quotes.
  const rows = [...report.days, sum].map(row =>
    COLUMNS.map(column =>
      row.hasLostMinutes && UNKNOWN_WHEN_LOST.has(column)
        ? ''
        : row[column] ?? '',
    ).join(','),
  );
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

function sumOf(
  days: ReportDay[],
  minutesOf: (day: ReportDay) => number,
): number {
  return days.reduce((minutes, day) => minutes + minutesOf(day), 0);
}
