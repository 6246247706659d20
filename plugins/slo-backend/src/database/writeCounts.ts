import type { Knex } from 'knex';
import type { MinuteCount } from './MinuteCount';

/**
 * Writes what is new and marks its hours, in one statement and without waiting
 * for anybody who reads or sums up.
 */
const WRITE = `
  WITH written AS (
    INSERT INTO minute_counts (series_id, minute, good, total)
    SELECT series_id, to_timestamp(minute * 60), good, total
    FROM unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
      AS counted (series_id, minute, good, total)
    ON CONFLICT (series_id, minute) DO UPDATE
      SET good = excluded.good, total = excluded.total
      WHERE minute_counts.good <> excluded.good
        OR minute_counts.total <> excluded.total
    RETURNING series_id, minute
  ), marked AS (
    INSERT INTO stale_hours
    SELECT DISTINCT series_id, date_trunc('hour', minute, 'UTC') FROM written
  )
  SELECT count(*)::int AS written FROM written`;

/** So that the arrays of a statement stay small. */
const BATCH = 20_000;

/**
 * Writes counts. A minute that is there already is replaced; of two counts for
 * the same minute the last one counts.
 *
 * @returns How many minutes there were, and how many are new or changed.
 */
export async function writeCounts(
  knex: Knex,
  counts: MinuteCount[],
): Promise<{ minutes: number; written: number }> {
  const rows = inOrder(counts);
  let written = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const result = await knex.raw(WRITE, [
      batch.map(({ seriesId }) => seriesId),
      // As numbers, since the client writes a date digit by digit.
      batch.map(({ minute }) => minute),
      batch.map(({ good }) => good),
      batch.map(({ total }) => total),
    ]);
    written += result.rows[0].written;
  }
  return { minutes: rows.length, written };
}

/**
 * The last count of each minute, in the order of the key: writers that meet
 * lock in the same order.
 */
function inOrder(counts: MinuteCount[]): MinuteCount[] {
  const last = new Map<string, MinuteCount>();
  for (const count of counts) {
    last.set(`${count.seriesId} ${count.minute}`, count);
  }
  return [...last.values()].sort(
    (a, b) => a.seriesId - b.seriesId || a.minute - b.minute,
  );
}
