import { quantile } from '../results/quantile.ts';
import type { Result } from '../results/Result.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import { correctMinute, sendMissingMinutes } from './counts/sendMinutes.ts';
import { nextTick } from './nextTick.ts';
import type { Slo } from './startSlo.ts';
import { WINDOW_MINUTES } from './windows.ts';

const TICKS = 8;
const LIMIT_SECONDS = 2;
/** How much slower a tick may be than the bare sums it is made of. */
const LIMIT_RATIO = 3;

/**
 * The sums behind a tick by the most direct statement over the same tables:
 * each window of each series, whole days, whole hours at both ends of these,
 * and minutes at both ends of those.
 */
const BARE = `
  WITH bounds AS (
    SELECT minutes, start, stop,
      date_bin('1 hour', start + interval '3599 seconds', 'epoch') AS first_hour,
      date_bin('1 hour', stop, 'epoch') AS last_hour,
      date_bin('1 day', start + interval '86399 seconds', 'epoch') AS first_day,
      date_bin('1 day', stop, 'epoch') AS last_day
    FROM (
      SELECT minutes, date_trunc('minute', now()) AS stop,
        date_trunc('minute', now()) - minutes * interval '1 minute' AS start
      FROM unnest($1::int[]) AS u (minutes)
    ) w
  )
  SELECT s.series_id, b.minutes, sum(c.good) AS good, sum(c.total) AS total
  FROM (SELECT DISTINCT series_id FROM objectives) s
  CROSS JOIN bounds b
  CROSS JOIN LATERAL (
    SELECT good, total FROM minute_counts WHERE series_id = s.series_id
      AND minute >= b.start AND minute < least(b.first_hour, b.stop)
    UNION ALL
    SELECT good, total FROM hour_counts WHERE series_id = s.series_id
      AND hour >= b.first_hour AND hour < least(b.first_day, b.last_hour)
    UNION ALL
    SELECT good, total FROM day_counts WHERE series_id = s.series_id
      AND day >= b.first_day AND day < b.last_day
    UNION ALL
    SELECT good, total FROM hour_counts WHERE series_id = s.series_id
      AND hour >= greatest(b.first_day, b.last_day) AND hour < b.last_hour
    UNION ALL
    SELECT good, total FROM minute_counts WHERE series_id = s.series_id
      AND minute >= greatest(b.first_hour, b.last_hour) AND minute < b.stop
  ) c
  GROUP BY s.series_id, b.minutes`;

/** Has ticks evaluate all SLOs, each of which has got a count since the last. */
export async function measureTick(
  slo: Slo,
  postgres: BenchPostgres,
  slos: number,
): Promise<{ seconds: number; results: Result[] }> {
  const ticks = await tickAfterCounts(slo, postgres);
  const bare: number[] = [];
  for (let round = 0; round < TICKS; round++) {
    const start = performance.now();
    await postgres.pool.query(BARE, [WINDOW_MINUTES]);
    bare.push((performance.now() - start) / 1_000);
  }
  const seconds = quantile(ticks, 0.5);
  return {
    seconds,
    results: [
      {
        name: `Tick of ${slos} SLOs after a count of each, p50`,
        value: seconds,
        unit: 's',
        limit: { kind: 'at most', value: LIMIT_SECONDS },
      },
      { name: 'The slowest of them', value: Math.max(...ticks), unit: 's' },
      {
        name: 'Tick by the bare sums',
        value: seconds / quantile(bare, 0.5),
        unit: 'times',
        limit: { kind: 'at most', value: LIMIT_RATIO },
      },
    ],
  };
}

/** How long ticks take, in seconds, that find a new count of each SLO. */
export async function tickAfterCounts(
  slo: Slo,
  postgres: BenchPostgres,
): Promise<number[]> {
  await sendMissingMinutes(slo, postgres);
  const ticks: number[] = [];
  for (let round = 1; round <= TICKS; round++) {
    // When one has ended there is time until the next one begins.
    await nextTick(slo);
    const to = await sendMissingMinutes(slo, postgres);
    await correctMinute(slo, postgres, { minute: to - 1, more: round });
    ticks.push(await nextTick(slo));
  }
  return ticks;
}
