import { z } from 'zod';

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

/** What people call the columns. */
export const COLUMN_TITLES: Record<ColumnId, string> = {
  kind: 'Kind',
  type: 'Type',
  owner: 'Owner',
  system: 'System',
  health: 'Health',
  level: 'Level',
  cost: 'Cost this month',
  lifecycle: 'Lifecycle',
  deployedAt: 'Deployed',
  tags: 'Tags',
};

/** Columns of which people want the most first. */
export const HIGHEST_FIRST: readonly ColumnId[] = [
  'level',
  'cost',
  'deployedAt',
];
