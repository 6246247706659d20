import type { Knex } from 'knex';
import { findFirstKeptMinute } from './countTables';

/**
 * A slice is counted where any of its minutes was measured with traffic. Slices
 * are aligned to 1970, so those that divide a day begin at its midnight. One that
 * begins before the first minute that is kept stays as it was.
 */
const WRITE_SLICES = `
  WITH touched AS (
    SELECT DISTINCT d.id, d.derived_from, d.slice_minutes, d.slice_target_ppb,
      to_timestamp(slice * d.slice_minutes * 60) AS start
    FROM (SELECT DISTINCT series_id, hour FROM stale_hours) h
    JOIN series d ON d.derived_from = h.series_id
    CROSS JOIN LATERAL generate_series(
      floor(extract(epoch FROM h.hour) / (d.slice_minutes * 60))::bigint,
      floor((extract(epoch FROM h.hour) + 3540) / (d.slice_minutes * 60))::bigint
    ) AS slice
  ), summed AS (
    SELECT t.*, c.good, c.total FROM touched t CROSS JOIN LATERAL (
      SELECT coalesce(sum(m.good), 0) AS good, coalesce(sum(m.total), 0) AS total
      FROM minute_counts m
      WHERE m.series_id = t.derived_from AND m.minute >= t.start
        AND m.minute < t.start + t.slice_minutes * interval '1 minute'
    ) c
    WHERE t.start >= ?
  ), written AS (
    INSERT INTO minute_counts (series_id, minute, good, total)
    SELECT id, start,
      CASE WHEN slice_target_ppb IS NULL THEN round(good * 1000000000 / total)
        WHEN good * 1000000000 >= slice_target_ppb * total THEN 1 ELSE 0 END,
      CASE WHEN slice_target_ppb IS NULL THEN 1000000000 ELSE 1 END
    FROM summed WHERE total > 0
    ON CONFLICT (series_id, minute) DO UPDATE
      SET good = excluded.good, total = excluded.total
      WHERE minute_counts.good <> excluded.good
    RETURNING series_id, minute
  ), gone AS (
    DELETE FROM minute_counts m USING summed s
    WHERE s.total = 0 AND m.series_id = s.id AND m.minute = s.start
    RETURNING m.series_id, m.minute
  )
  INSERT INTO stale_hours
  SELECT DISTINCT series_id, date_trunc('hour', minute, 'UTC')
  FROM (TABLE written UNION ALL TABLE gone) changed`;

/**
 * What is joined is as long as fits into the slices of all: bad if one of those
 * that it lies in is, good if all are, else unknown.
 */
const JOIN_SLICES = `
  WITH touched AS (
    SELECT DISTINCT c.id, c.all_of,
      to_timestamp(piece * c.slice_minutes * 60) AS start
    FROM (SELECT DISTINCT series_id, hour FROM stale_hours) h
    JOIN series m ON m.id = h.series_id
    JOIN series c ON c.all_of @> ARRAY[m.id]
    CROSS JOIN LATERAL generate_series(
      ceil(extract(epoch FROM h.hour) / (c.slice_minutes * 60))::bigint,
      -- Of the last slice that begins in the hour, the last piece.
      floor((extract(epoch FROM h.hour) + (60 + m.slice_minutes) * 60 - 1)
        / (c.slice_minutes * 60))::bigint
    ) AS piece
  ), joined AS (
    SELECT t.id, t.start AS minute, j.good FROM touched t CROSS JOIN LATERAL (
      SELECT min(c.good) AS good, count(*) AS slices
      FROM series m JOIN minute_counts c ON c.series_id = m.id
        AND c.minute = to_timestamp(m.slice_minutes * 60
          * floor(extract(epoch FROM t.start) / (m.slice_minutes * 60)))
      WHERE m.id = ANY (t.all_of)
    ) j
    WHERE j.good = 0 OR j.slices = cardinality(t.all_of)
  ), written AS (
    INSERT INTO minute_counts (series_id, minute, good, total)
    SELECT id, minute, good, 1 FROM joined
    ON CONFLICT (series_id, minute) DO UPDATE SET good = excluded.good
      WHERE minute_counts.good <> excluded.good
    RETURNING series_id, minute
  ), gone AS (
    DELETE FROM minute_counts m USING touched t
    WHERE m.series_id = t.id AND m.minute = t.start
      AND NOT EXISTS (SELECT FROM joined j
        WHERE j.id = m.series_id AND j.minute = m.minute)
    RETURNING m.series_id, m.minute
  )
  INSERT INTO stale_hours
  SELECT DISTINCT series_id, date_trunc('hour', minute, 'UTC')
  FROM (TABLE written UNION ALL TABLE gone) changed`;

/** Hours before the first minute that is kept have nothing but their sums. */
const WRITE_HOURS = `
  INSERT INTO hour_counts (series_id, hour, good, total, minutes)
  SELECT h.series_id, h.hour, c.good, c.total, c.minutes
  FROM (SELECT DISTINCT series_id, hour FROM stale_hours) h
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(m.good), 0) AS good, coalesce(sum(m.total), 0) AS total,
      count(*) AS minutes
    FROM minute_counts m
    WHERE m.series_id = h.series_id AND m.minute >= h.hour
      AND m.minute < h.hour + interval '1 hour'
  ) c
  WHERE h.hour >= ?
  ON CONFLICT (series_id, hour) DO UPDATE SET good = excluded.good,
    total = excluded.total, minutes = excluded.minutes`;

const WRITE_DAYS = `
  INSERT INTO day_counts (series_id, day, good, total, minutes)
  SELECT d.series_id, d.day, c.good, c.total, c.minutes
  FROM (
    SELECT DISTINCT series_id, date_trunc('day', hour, 'UTC') AS day
    FROM stale_hours
  ) d
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(h.good), 0) AS good, coalesce(sum(h.total), 0) AS total,
      coalesce(sum(h.minutes), 0) AS minutes
    FROM hour_counts h
    WHERE h.series_id = d.series_id AND h.hour >= d.day
      AND h.hour < d.day + interval '24 hours'
  ) c
  ON CONFLICT (series_id, day) DO UPDATE SET good = excluded.good,
    total = excluded.total, minutes = excluded.minutes`;

/**
 * Sums up again the slices, hours and days whose minutes have changed.
 *
 * @remarks To be called in a transaction of one snapshot (repeatable read): the
 * marks that are taken are then exactly those of the minutes that are seen, and
 * whatever comes in meanwhile keeps its mark for the next time.
 *
 * @returns How many marks there were.
 */
export async function rollUpCounts(tx: Knex.Transaction): Promise<number> {
  const firstMinute = await findFirstKeptMinute(tx);
  await tx.raw(WRITE_SLICES, [firstMinute]);
  await tx.raw(JOIN_SLICES);
  await tx.raw(WRITE_HOURS, [firstMinute]);
  await tx.raw(WRITE_DAYS);
  const { rowCount } = await tx.raw('DELETE FROM stale_hours');
  return rowCount;
}
