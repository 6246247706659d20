import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import type { SloBenchOptions } from './parseArguments.ts';

const DEFINED_SECONDS = 120;

/**
 * Writes a count for each minute of the past days, with their sums, as the
 * plugin would have. Traffic is skewed: two hours a day have nearly all of it,
 * and nearly all of what goes wrong.
 */
export async function fillCounts(
  { pool }: BenchPostgres,
  { slos, days }: SloBenchOptions,
): Promise<void> {
  await waitForSeries({ pool }, slos);
  for (const statement of [
    `INSERT INTO minute_counts (series_id, minute, good, total)
     SELECT s.id, m,
       t.total - (t.total * (CASE WHEN t.is_busy THEN 7 ELSE 1 END)
         * (n % 13) / 20000),
       t.total
     FROM series s
     CROSS JOIN generate_series(
       date_trunc('minute', now()) - interval '${days} days',
       date_trunc('minute', now()) - interval '1 minute',
       interval '1 minute') WITH ORDINALITY AS g (m, n)
     CROSS JOIN LATERAL (
       SELECT extract(hour FROM m) IN (10, 11) AS is_busy,
         CASE WHEN extract(hour FROM m) IN (10, 11)
           THEN 9000 + (n * 7919 + s.id) % 2000
           ELSE (n * 104729 + s.id) % 20 END AS total
     ) t`,
    `INSERT INTO hour_counts
     SELECT series_id, date_trunc('hour', minute), sum(good), sum(total), count(*)
     FROM minute_counts GROUP BY 1, 2`,
    `INSERT INTO day_counts
     SELECT series_id, date_trunc('day', hour), sum(good), sum(total), sum(minutes)
     FROM hour_counts GROUP BY 1, 2`,
    'VACUUM ANALYZE',
  ]) {
    await pool.query(statement);
  }
}

/** The plugin makes the series itself, from the files. */
async function waitForSeries(
  { pool }: Pick<BenchPostgres, 'pool'>,
  slos: number,
): Promise<void> {
  for (let second = 0; second < DEFINED_SECONDS; second++) {
    const { rows } = await pool.query(
      'SELECT count(*)::int AS count FROM objectives',
    );
    if (rows[0].count === slos) {
      return;
    }
    await sleep(1_000);
  }
  throw new Failure('The definitions are not read');
}
