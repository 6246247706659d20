import type { CsvCell } from '@atrium/common';
import type { ObjectiveRow } from './ObjectiveRow';

const COLUMNS: [title: string, value: (row: ObjectiveRow) => CsvCell][] = [
  ['entity', ({ slo }) => slo.entityRef],
  ['owner', ({ slo }) => slo.ownerRef],
  ['system', ({ slo }) => slo.systemRef],
  ['slo', ({ slo }) => slo.name],
  ['objective', ({ objectiveId }) => objectiveId],
  ['state', ({ state }) => state],
  ['target', ({ status }) => status?.target],
  ['sli', ({ status }) => status?.sli],
  ['good', ({ status }) => status?.good],
  ['total', ({ status }) => status?.total],
  ['budget remaining', ({ status }) => status?.budgetRemaining],
  ['burn rate 1h', ({ status }) => burnOfHour(status)],
  ['spent on', ({ status }) => status?.projectedExhaustion],
  ['coverage', ({ status }) => status?.coverage],
  ['excluded minutes', ({ status }) => status?.excludedMinutes],
  ['last data', ({ status }) => status?.lastDataAt],
  ['window from', ({ status }) => status?.from],
  ['window to', ({ status }) => status?.to],
];

/** Objectives for a spreadsheet, with a line of column names. */
export function toCsvRows(rows: ObjectiveRow[]): CsvCell[][] {
  return [
    COLUMNS.map(([title]) => title),
    ...rows.map(row => COLUMNS.map(([, value]) => value(row))),
  ];
}

function burnOfHour(status: ObjectiveRow['status']): number | undefined {
  return status?.burnRates.find(({ windowMinutes }) => windowMinutes === 60)
    ?.burnRate;
}
