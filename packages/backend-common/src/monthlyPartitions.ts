import type { Knex } from 'knex';

/** A table that is partitioned by range over a time, one month a partition. */
export interface MonthlyPartitionedTable {
  name: string;
  /**
   * Unique indexes that each partition gets for itself: PostgreSQL has none
   * across partitions that does not include the time. By suffix of the name.
   * A key of the table that does include it is made by PostgreSQL.
   */
  uniqueIndexes?: Record<string, string[]>;
}

/** A stuck transaction must not make everybody wait for ours. */
const LOCK_TIMEOUT = '5s';

/**
 * Creates the partitions of the month of `from` and of the months after it.
 * Those that exist are left alone.
 *
 * @remarks A partition is built beside the table and then attached, which lets
 * readers and writers of the table go on.
 */
export async function ensureMonthlyPartitions(
  knex: Knex,
  table: MonthlyPartitionedTable,
  options: { from: Date; months: number },
): Promise<void> {
  const existing = new Set(
    (await listMonthlyPartitions(knex, table)).map(({ name }) => name),
  );
  for (let offset = 0; offset < options.months; offset++) {
    const start = startOfMonth(options.from, offset);
    const name = partitionName(table, start);
    if (!existing.has(name)) {
      await createPartition(knex, table, { name, start });
    }
  }
}

/**
 * Drops the partitions that end at `before` or earlier.
 *
 * @returns The names of what was dropped.
 */
export async function dropMonthlyPartitions(
  knex: Knex,
  table: MonthlyPartitionedTable,
  options: { before: Date },
): Promise<string[]> {
  const dropped: string[] = [];
  for (const { name, start } of await listMonthlyPartitions(knex, table)) {
    if (startOfMonth(start, 1) <= options.before) {
      await knex.transaction(async tx => {
        await tx.raw(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
        await tx.raw('DROP TABLE IF EXISTS ??', [name]);
      });
      dropped.push(name);
    }
  }
  return dropped;
}

async function createPartition(
  knex: Knex,
  table: MonthlyPartitionedTable,
  { name, start }: { name: string; start: Date },
): Promise<void> {
  await knex.transaction(async tx => {
    await tx.raw(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
    // Replicas that start together take turns; the second finds it done.
    await tx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [name]);
    const { rows } = await tx.raw('SELECT to_regclass(?) IS NULL AS missing', [
      name,
    ]);
    if (!rows[0].missing) {
      return;
    }
    await tx.raw('CREATE TABLE ?? (LIKE ?? INCLUDING DEFAULTS)', [
      name,
      table.name,
    ]);
    for (const [suffix, columns] of Object.entries(table.uniqueIndexes ?? {})) {
      await tx.raw(
        `CREATE UNIQUE INDEX ?? ON ?? (${columns.map(() => '??').join(', ')})`,
        [`${name}_${suffix}`, name, ...columns],
      );
    }
    // The bounds are ours, and a partition bound cannot be a parameter.
    await tx.raw(
      `ALTER TABLE ?? ATTACH PARTITION ?? FOR VALUES FROM ('${start.toISOString()}') TO ('${startOfMonth(
        start,
        1,
      ).toISOString()}')`,
      [table.name, name],
    );
  });
}

async function listMonthlyPartitions(
  knex: Knex,
  table: MonthlyPartitionedTable,
): Promise<{ name: string; start: Date }[]> {
  const { rows } = await knex.raw(
    `SELECT c.relname AS name FROM pg_inherits i
     JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = ?::regclass ORDER BY c.relname`,
    [table.name],
  );
  return rows.flatMap(({ name }: { name: string }) => {
    const month = /_(\d{4})_(\d{2})$/.exec(name);
    return month
      ? { name, start: new Date(Date.UTC(+month[1], +month[2] - 1)) }
      : [];
  });
}

function partitionName(table: MonthlyPartitionedTable, start: Date): string {
  const [year, month] = start.toISOString().split('-');
  return `${table.name}_${year}_${month}`;
}

function startOfMonth(date: Date, offset: number): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset));
}
