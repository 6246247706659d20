import type { Knex } from 'knex';
import { type SeriesWindows, WindowSums } from '../engine/WindowSums';
import { SumPlan } from './SumPlan';

const SUM = `
  WITH requested AS (
    SELECT * FROM unnest(?::int[], ?::int[]) AS w (series_id, window_id)
  ), piece AS (
    SELECT * FROM unnest(?::int[], ?::text[], ?::timestamptz[], ?::timestamptz[])
      AS p (piece_id, grain, start, stop)
  ), part AS (
    SELECT * FROM unnest(?::int[], ?::int[]) AS p (window_id, piece_id)
  ), need AS MATERIALIZED (
    SELECT series_id, piece_id, grain, start, stop
    FROM (
      SELECT DISTINCT series_id, piece_id FROM requested JOIN part USING (window_id)
    ) distinct_pieces JOIN piece USING (piece_id)
    ORDER BY series_id
  ), summed AS MATERIALIZED (
    SELECT n.series_id, n.piece_id, c.* FROM need n CROSS JOIN LATERAL (
      SELECT sum(good) AS good, sum(total) AS total, count(*) AS buckets
      FROM minute_counts WHERE series_id = n.series_id
        AND minute >= n.start AND minute < n.stop
    ) c WHERE n.grain = 'minute'
    UNION ALL
    SELECT n.series_id, n.piece_id, c.* FROM need n CROSS JOIN LATERAL (
      SELECT sum(good) AS good, sum(total) AS total, sum(minutes) AS buckets
      FROM hour_counts WHERE series_id = n.series_id
        AND hour >= n.start AND hour < n.stop
    ) c WHERE n.grain = 'hour'
    UNION ALL
    SELECT n.series_id, n.piece_id, c.* FROM need n CROSS JOIN LATERAL (
      SELECT sum(good) AS good, sum(total) AS total, sum(minutes) AS buckets
      FROM day_counts WHERE series_id = n.series_id
        AND day >= n.start AND day < n.stop
    ) c WHERE n.grain = 'day'
  )
  SELECT series_id, window_id, coalesce(sum(good), 0)::text AS good,
    coalesce(sum(total), 0)::text AS total,
    coalesce(sum(buckets), 0)::int AS buckets
  FROM requested JOIN part USING (window_id) JOIN summed USING (series_id, piece_id)
  GROUP BY series_id, window_id`;

/**
 * Sums up windows of many series in one statement. Windows that are the same
 * for several series are worked out once, and so are the parts that windows of
 * one series have in common.
 */
export async function sumWindows(
  knex: Knex,
  series: SeriesWindows[],
): Promise<WindowSums> {
  const plan = new SumPlan();
  const names = new Map<string, string[]>();
  for (const { seriesId, windows } of series) {
    for (const [name, intervals] of windows) {
      const key = `${seriesId} ${plan.addWindow(seriesId, intervals)}`;
      names.set(key, [...(names.get(key) ?? []), name]);
    }
  }
  const sums = new WindowSums();
  const { rows } = await knex.raw(SUM, plan.bindings());
  for (const row of rows) {
    for (const name of names.get(`${row.series_id} ${row.window_id}`) ?? []) {
      sums.set(row.series_id, name, {
        good: Number(row.good),
        total: Number(row.total),
        buckets: row.buckets,
      });
    }
  }
  return sums;
}
