import { costTitle } from '@atrium/ui';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { z } from 'zod';
import { t } from '../translation';

/** A column of the catalog that people can show or hide. */
export const columnIdSchema = z.enum([
  'kind',
  'type',
  'owner',
  'system',
  'health',
  'level',
  'cost',
  'lifecycle',
  'deployedAt',
  'tags',
]);

/** A column of the catalog that people can show or hide. */
export type ColumnId = z.infer<typeof columnIdSchema>;

/** What people call the columns where there are no rows to go by. */
export const COLUMN_TITLES: Record<ColumnId, string> = {
  get kind() {
    return t('columnIds.kind');
  },
  get type() {
    return t('columnIds.type');
  },
  get owner() {
    return t('columnIds.owner');
  },
  get system() {
    return t('columnIds.system');
  },
  get health() {
    return t('columnIds.health');
  },
  get level() {
    return t('columnIds.level');
  },
  get cost() {
    return costTitle();
  },
  get lifecycle() {
    return t('columnIds.lifecycle');
  },
  get deployedAt() {
    return t('columnIds.deployed');
  },
  get tags() {
    return t('columnIds.tags');
  },
};

/** What a column is called above some rows. */
export function columnTitle(
  column: ColumnId,
  rows: readonly EntityRow[],
): string {
  return column === 'cost' ? costTitle(rows) : COLUMN_TITLES[column];
}

/** Columns of which people want the most first. */
export const HIGHEST_FIRST: readonly ColumnId[] = [
  'level',
  'cost',
  'deployedAt',
];
