import type { BenchPostgres } from '../../postgres/openPostgres.ts';
import { type MonthOfMinutes, splitMonths } from './splitMonths.ts';
import { currentMinute, trafficSql } from './traffic.ts';

/** Sorting a key and summing up hours need not go over the disk. */
const MEMORY = `SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'`;

const DAYS = `
  INSERT INTO day_counts (series_id, day, good, total, minutes)
  SELECT series_id, date_trunc('day', hour, 'UTC') AS day, sum(good),
    sum(total), sum(minutes)
  FROM hour_counts GROUP BY 1, 2 ORDER BY day, series_id`;

/**
 * Writes a count for each minute of the past days, with their sums, as the
 * plugin would have, into a database that has none. The backend must not run
 * meanwhile: it would wait.
 */
export async function fillCounts(
  { pool }: BenchPostgres,
  days: number,
): Promise<void> {
  const to = currentMinute();
  const client = await pool.connect();
  try {
    await client.query(MEMORY);
    for (const month of splitMonths({ from: to - days * 1440, to })) {
      await client.query(fillMonth(month));
    }
    await client.query(DAYS);
    // As autovacuum leaves tables that only grow.
    await client.query('VACUUM ANALYZE minute_counts, hour_counts, day_counts');
  } finally {
    // Not back into the pool, as its settings are not those of the others.
    client.release(true);
  }
}

/**
 * Several statements, which the server takes as one transaction. The partition
 * is made anew within it, so that it gets its key when it is full, and need not
 * go through the log where the server keeps no replicas.
 */
function fillMonth({ suffix, minutes, bounds }: MonthOfMinutes): string {
  const partition = `minute_counts_${suffix}`;
  return `
    DROP TABLE ${partition};
    CREATE TABLE ${partition} (LIKE minute_counts INCLUDING DEFAULTS);
    INSERT INTO ${partition} (series_id, minute, good, total)
      SELECT series_id, minute, good, total FROM (${trafficSql(minutes)}) t;
    ALTER TABLE ${partition} ADD PRIMARY KEY (series_id, minute);
    ALTER TABLE minute_counts ATTACH PARTITION ${partition}
      FOR VALUES FROM ('${bounds.from.toISOString()}')
      TO ('${bounds.to.toISOString()}');
    INSERT INTO hour_counts (series_id, hour, good, total, minutes)
      SELECT series_id, date_trunc('hour', minute, 'UTC') AS hour, sum(good),
        sum(total), count(*)
      FROM ${partition} GROUP BY 1, 2 ORDER BY hour, series_id`;
}
