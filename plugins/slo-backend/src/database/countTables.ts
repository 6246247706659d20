import {
  dropMonthlyPartitions,
  ensureMonthlyPartitions,
} from '@atrium/backend-common';
import type { Knex } from 'knex';

/** How long counts are kept, in milliseconds. */
export interface CountRetention {
  minutesMs: number;
  rollupsMs: number;
}

const minuteCounts = { name: 'minute_counts' };
const hourCounts = { name: 'hour_counts' };

/** Enough to survive a scheduler that is off for two months. */
const MONTHS_AHEAD = 3;

/**
 * Makes room for the counts of the time that is kept, past and coming: counts
 * may come late, and a new series is filled with its past.
 */
export async function ensureCountPartitions(
  knex: Knex,
  retention: CountRetention,
  now = new Date(),
): Promise<void> {
  for (const table of [minuteCounts, hourCounts]) {
    const from = earliestMinute(retention, now);
    await ensureMonthlyPartitions(knex, table, {
      from,
      months: monthsBetween(from, now) + MONTHS_AHEAD,
    });
  }
}

/** Drops the months of minutes and hours that are too old. */
export async function dropExpiredCounts(
  knex: Knex,
  retention: CountRetention,
  now = new Date(),
): Promise<void> {
  await dropMonthlyPartitions(knex, minuteCounts, {
    before: earliestMinute(retention, now),
  });
  await dropMonthlyPartitions(knex, hourCounts, {
    before: new Date(now.getTime() - retention.rollupsMs),
  });
}

/**
 * When the oldest month begins that minutes are kept of. Until the transaction
 * ends, that month is not dropped.
 */
export async function findFirstKeptMinute(tx: Knex.Transaction): Promise<Date> {
  const { rows } = await tx.raw(
    // Other than the tables of the catalog, the function sees what is there now,
    // whatever the transaction has seen before, and locks it.
    `SELECT to_date(right(min(relid::text), 7), 'YYYY_MM')::timestamp
       AT TIME ZONE 'UTC' AS first
     FROM pg_partition_tree(?::regclass) WHERE isleaf`,
    [minuteCounts.name],
  );
  return rows[0].first;
}

/** Before this no minute is taken in. */
export function earliestMinute(retention: CountRetention, now: Date): Date {
  return new Date(now.getTime() - retention.minutesMs);
}

function monthsBetween(from: Date, to: Date): number {
  return (
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 +
    to.getUTCMonth() -
    from.getUTCMonth()
  );
}
