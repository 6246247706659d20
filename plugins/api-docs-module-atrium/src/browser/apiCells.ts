import type { CsvCell } from '@atrium/common';
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

/** The listed APIs as rows for a spreadsheet, the headings first. */
export function apiCells(rows: ApiRow[]): CsvCell[][] {
  return [
    HEADINGS,
    ...rows.map(row => [
      row.id,
      row.title,
      row.description,
      row.typeTitle,
      row.lifecycle,
      row.system?.title,
      row.owner?.title,
      row.providers.map(provider => provider.title).join(', '),
      row.consumerCount,
      row.tags.join(', '),
    ]),
  ];
}
