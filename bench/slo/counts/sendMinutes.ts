import type { BenchPostgres } from '../../postgres/openPostgres.ts';
import { requestSlo } from '../requestSlo.ts';
import type { Slo } from '../startSlo.ts';
import { currentMinute, type MinuteRange, trafficSql } from './traffic.ts';

/** As many as the backend takes well in one request. */
const BATCH = 5_000;
const HOUR = 60;

const ALL = 'SELECT series_id FROM objectives';

/** Of the series that is written last, so that the others have it as well. */
const NEWEST = `
  SELECT (extract(epoch FROM minute) / 60)::int AS minute FROM minute_counts
  WHERE series_id = (SELECT max(series_id) FROM objectives)
  ORDER BY minute DESC LIMIT 1`;

/**
 * Sends what has happened since counts were written last.
 *
 * @returns The minute that is not over yet, so has none.
 */
export async function sendMissingMinutes(
  slo: Slo,
  postgres: BenchPostgres,
): Promise<number> {
  const { rows } = await postgres.pool.query(NEWEST);
  const to = currentMinute();
  for (let from = rows[0].minute + 1; from < to; from += HOUR) {
    const minutes = { from, to: Math.min(from + HOUR, to) };
    await send(slo, postgres, { minutes, more: 0, series: ALL });
  }
  return to;
}

/** Series whose SLOs the backend has now. */
const CURRENT = `
  SELECT o.series_id FROM objectives o
  JOIN slos s ON s.id = o.slo_id AND s.removed_at IS NULL`;

/**
 * Sends one minute again, of each SLO, with some more good events than the
 * traffic has: what a source does that counts late.
 */
export async function correctMinute(
  slo: Slo,
  postgres: BenchPostgres,
  { minute, more }: { minute: number; more: number },
): Promise<void> {
  await send(slo, postgres, {
    minutes: { from: minute, to: minute + 1 },
    more,
    series: CURRENT,
  });
}

interface SendOptions {
  minutes: MinuteRange;
  /** Added to good and total. */
  more: number;
  /** A statement for the series that get them. */
  series: string;
}

async function send(
  slo: Slo,
  { pool }: BenchPostgres,
  { minutes, more, series }: SendOptions,
): Promise<void> {
  const { rows } = await pool.query(
    `SELECT substr(key, length('push:') + 1) AS series, minute,
       (good + $1)::float8 AS good, (total + $1)::float8 AS total
     FROM (${trafficSql(minutes)}) t
     WHERE series_id IN (${series}) ORDER BY minute, series_id`,
    [more],
  );
  for (let start = 0; start < rows.length; start += BATCH) {
    await requestSlo(slo, '/counts', {
      counts: rows.slice(start, start + BATCH),
    });
  }
}
