import type { BenchPostgres } from '../postgres/openPostgres.ts';

/**
 * Fills tables that have no indexes meanwhile: to build them at the end takes
 * a fraction of the time that keeping them up to date row by row takes.
 */
export async function withoutIndexes(
  { pool }: BenchPostgres,
  tables: string[],
  fill: () => Promise<void>,
): Promise<void> {
  const { rows } = await pool.query(
    `SELECT i.indrelid::regclass AS table, i.indexrelid::regclass AS name,
       pg_get_indexdef(i.indexrelid) AS definition,
       quote_ident(c.conname) AS key, pg_get_constraintdef(c.oid) AS columns
     FROM pg_index i
     LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid
     WHERE i.indrelid IN (
       SELECT told::regclass FROM unnest($1::text[]) AS told
       UNION ALL
       SELECT inhrelid FROM pg_inherits
       JOIN unnest($1::text[]) AS told ON inhparent = told::regclass)`,
    [tables],
  );
  for (const { table, name, key } of rows) {
    await pool.query(
      key
        ? `ALTER TABLE ${table} DROP CONSTRAINT ${key}`
        : `DROP INDEX ${name}`,
    );
  }
  await fill();
  for (const { table, definition, key, columns } of rows) {
    await pool.query(
      key
        ? `ALTER TABLE ${table} ADD CONSTRAINT ${key} ${columns}`
        : definition,
    );
  }
}
