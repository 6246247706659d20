import type { Knex } from 'knex';

/** Small enough not to hold locks for long. */
const BATCH = 10_000;

/**
 * Deletes the rows of a table whose time is before a point, a batch at a time.
 *
 * @remarks `condition` is SQL on the row `t`, and never holds anything from
 * outside.
 *
 * @returns How many rows were deleted.
 */
export async function deleteInBatches(
  knex: Knex,
  table: string,
  options: { before: Date; timeColumn?: string; condition?: string },
): Promise<number> {
  const { before, timeColumn = 'at', condition = 'true' } = options;
  let total = 0;
  let deleted = BATCH;
  while (deleted === BATCH) {
    const { rowCount } = await knex.raw(
      `DELETE FROM ?? WHERE ctid = ANY (ARRAY(
         SELECT t.ctid FROM ?? t WHERE t.?? < ? AND ${condition} LIMIT ?))`,
      [table, table, timeColumn, before, BATCH],
    );
    deleted = rowCount;
    total += deleted;
  }
  return total;
}
