import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import { quantile } from '../delivery/quantile.ts';
import type { Result } from '../delivery/Result.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import type { Slo } from './startSlo.ts';

const TICKS = 8;
const MAX_SECONDS = 300;
const LIMIT_SECONDS = 2;
/** How much slower a tick may be than the bare sums it is made of. */
const LIMIT_RATIO = 3;

/**
 * The sums behind a tick by the most direct statement over the same tables:
 * each window of each series, days within and minutes at its edges.
 */
const BARE = `
  SELECT s.id, w.minutes, coalesce(d.good, 0) + coalesce(m.good, 0) AS good,
    coalesce(d.total, 0) + coalesce(m.total, 0) AS total
  FROM series s
  CROSS JOIN unnest(ARRAY[5, 30, 60, 120, 360, 1440, 4320, 43200]) AS w (minutes)
  CROSS JOIN LATERAL (
    SELECT date_trunc('minute', now()) - w.minutes * interval '1 minute' AS start
  ) x
  CROSS JOIN LATERAL (
    SELECT sum(good) AS good, sum(total) AS total FROM hour_counts
    WHERE series_id = s.id AND hour >= x.start
      AND hour < date_trunc('hour', now())
  ) d
  CROSS JOIN LATERAL (
    SELECT sum(good) AS good, sum(total) AS total FROM minute_counts
    WHERE series_id = s.id AND minute >= date_trunc('hour', now())
  ) m`;

/** Waits for some ticks after the counts are there. */
export async function measureTick(
  slo: Slo,
  { pool }: BenchPostgres,
  slos: number,
): Promise<Result[]> {
  const before = slo.evaluations.length;
  // The first one still sees the tables as they were.
  const wanted = before + TICKS + 1;
  for (let second = 0; slo.evaluations.length < wanted; second++) {
    if (second > MAX_SECONDS) {
      throw new Failure('The evaluation does not run');
    }
    await sleep(1_000);
  }
  const ticks = slo.evaluations.slice(before + 1);
  const bare: number[] = [];
  for (let round = 0; round < TICKS; round++) {
    const start = performance.now();
    await pool.query(BARE);
    bare.push((performance.now() - start) / 1_000);
  }
  const tick = quantile(ticks, 0.5);
  return [
    {
      name: `Tick of ${slos} SLOs, p50`,
      value: tick,
      unit: 's',
      limit: { kind: 'at most', value: LIMIT_SECONDS },
    },
    { name: 'The slowest of them', value: Math.max(...ticks), unit: 's' },
    {
      name: 'Tick by the bare sums',
      value: tick / quantile(bare, 0.5),
      unit: 'times',
      limit: { kind: 'at most', value: LIMIT_RATIO },
    },
  ];
}
