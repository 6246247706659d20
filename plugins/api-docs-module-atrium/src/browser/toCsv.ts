import type { ApiRow } from './ApiRow';

const HEADINGS = [
  'Name',
  'Title',
  'Description',
  'Type',
  'Lifecycle',
  'System',
  'Owner',
  'Provided by',
  'Consumers',
  'Tags',
];

/** The listed APIs as CSV (RFC 4180). */
export function toCsv(rows: ApiRow[]): string {
  const lines = rows.map(row => [
    row.id,
    row.title,
    row.description,
    row.typeTitle,
    row.lifecycle,
    row.system?.title ?? '',
    row.owner?.title ?? '',
    row.providers.map(provider => provider.title).join(', '),
    String(row.consumerCount),
    row.tags.join(', '),
  ]);
  return [HEADINGS, ...lines]
    .map(cells => cells.map(escape).join(','))
    .join('\r\n');
}

function escape(cell: string): string {
  // Spreadsheets run a cell that begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
