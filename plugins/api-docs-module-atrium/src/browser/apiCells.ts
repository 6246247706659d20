import type { CsvCell } from '@atrium/common';
import { t } from '../translation';
import type { ApiRow } from './ApiRow';

/** The listed APIs as rows for a spreadsheet, the headings first. */
export function apiCells(rows: ApiRow[]): CsvCell[][] {
  return [
    [
      t('apiCells.name'),
      t('apiCells.title'),
      t('apiCells.description'),
      t('apiCells.type'),
      t('apiCells.lifecycle'),
      t('apiCells.system'),
      t('apiCells.owner'),
      t('apiCells.providedBy'),
      t('apiCells.consumers'),
      t('apiCells.tags'),
    ],
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
