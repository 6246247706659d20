import type { WorkloadRow } from '@atrium/plugin-workloads-common';

type Value = string | number | undefined;

const COLUMNS: [title: string, value: (row: WorkloadRow) => Value][] = [
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

/** Workloads as CSV by RFC 4180, with a line of column names. */
export function toWorkloadsCsv(rows: WorkloadRow[]): string {
  const lines = [
    COLUMNS.map(([title]) => title),
    ...rows.map(row => COLUMNS.map(([, value]) => toField(value(row)))),
  ];
  return lines.map(fields => `${fields.join(',')}\r\n`).join('');
}

function toField(value: Value): string {
  const text = String(value ?? '');
  // A spreadsheet would take what begins like this for a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
