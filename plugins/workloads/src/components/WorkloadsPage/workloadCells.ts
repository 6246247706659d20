import type { CsvCell } from '@atrium/common';
import type { WorkloadRow } from '@atrium/plugin-workloads-common';

const COLUMNS: [title: string, value: (row: WorkloadRow) => CsvCell][] = [
  ['cluster', row => row.cluster],
  ['environment', row => row.environment],
  ['namespace', row => row.namespace],
  ['kind', row => row.kind],
  ['name', row => row.name],
  ['entity', row => row.entityRef],
  ['owner', row => row.ownerRef],
  ['health', row => row.health],
  ['reason', row => row.healthReason],
  ['pods ready', row => row.replicas?.ready],
  ['pods desired', row => row.replicas?.desired],
  ['images', row => row.images.map(({ image }) => image).join(' ')],
  ['deployed version', row => row.deployedVersion],
  ['version verdict', row => row.versionVerdict],
  ['api version', row => row.apiVersion],
  ['problems', row => row.problems.join(' ')],
];

/** Workloads as rows for a spreadsheet, the names of the columns first. */
export function workloadCells(workloads: WorkloadRow[]): CsvCell[][] {
  return [
    COLUMNS.map(([title]) => title),
    ...workloads.map(row => COLUMNS.map(([, value]) => value(row))),
  ];
}
