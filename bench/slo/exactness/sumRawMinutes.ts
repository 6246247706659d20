import type { BenchPostgres } from '../../postgres/openPostgres.ts';
import type { Check, Sum } from './Check.ts';

/** Every minute is held against every window of its series and its day. */
const SUM = `
  SELECT coalesce(sum(m.good), 0)::float8 AS good,
    coalesce(sum(m.total), 0)::float8 AS total, count(m.total)::int AS buckets
  FROM (
    SELECT number, series_id, to_timestamp(first * 60::float8) AS start,
      to_timestamp(next * 60::float8) AS stop,
      to_timestamp(day * 86400::float8) AS day
    FROM unnest($1::int[], $2::int[], $3::int[])
      WITH ORDINALITY AS u (series_id, first, next, number)
    CROSS JOIN generate_series(first / 1440, (next - 1) / 1440) AS day
  ) c
  LEFT JOIN minute_counts m ON m.series_id = c.series_id
    AND date_bin('1 day', m.minute, 'epoch') = c.day
    AND m.minute >= c.start AND m.minute < c.stop
  GROUP BY c.number ORDER BY c.number`;

/** Sums up windows by brute force, in the order asked. */
export async function sumRawMinutes(
  { pool }: BenchPostgres,
  checks: Check[],
): Promise<Sum[]> {
  const client = await pool.connect();
  try {
    // Minutes lie in the order in which they came. To fetch those of a series
    // one by one takes longer than to go through all of them once.
    await client.query('SET enable_nestloop = off');
    const { rows } = await client.query(SUM, [
      checks.map(({ seriesId }) => seriesId),
      checks.map(({ from }) => from),
      checks.map(({ to }) => to),
    ]);
    return rows;
  } finally {
    client.release(true);
  }
}
