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

/** Writes the days of a report, and their sum, for spreadsheets. */
export function reportToCsv(report: MonthlyReport): string {
  const sum = {
    day: report.month,
    good: report.good,
    total: report.total,
    sli: report.sli,
    countedMinutes: sumOf(report.days, day => day.countedMinutes),
    measuredMinutes: sumOf(report.days, day => day.measuredMinutes),
    excludedMinutes: report.excludedMinutes,
  };
  // Only numbers and dates: nothing that would need quotes.
  const rows = [...report.days, sum].map(row =>
    COLUMNS.map(column => row[column] ?? '').join(','),
  );
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

function sumOf(
  days: ReportDay[],
  minutesOf: (day: ReportDay) => number,
): number {
  return days.reduce((minutes, day) => minutes + minutesOf(day), 0);
}
