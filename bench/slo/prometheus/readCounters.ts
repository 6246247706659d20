import type { BenchPostgres } from '../../postgres/openPostgres.ts';
import type { MinuteRange } from '../counts/traffic.ts';
import { serviceName } from '../organisation.ts';
import type { Counter, Sample } from './Counter.ts';

const MINUTE = 60;

/**
 * Prometheus spreads its scrapes over the interval, each target at a second of
 * its own, where the counters have a part of the minute that is under way. The
 * services have been running for a while: near zero, `increase` reckons with
 * a start.
 */
const SAMPLES = `
  SELECT extract(epoch FROM minute)::int + $2 AS at,
    (9990000 + sum(good) OVER past - good + good * $2 / 60)::float8 AS good,
    (10000000 + sum(total) OVER past - total + total * $2 / 60)::float8 AS total
  FROM minute_counts
  WHERE series_id = $1 AND minute >= to_timestamp($3 * 60::float8)
    AND minute < to_timestamp($4 * 60::float8)
  WINDOW past AS (ORDER BY minute)`;

/** Makes the counters of the first SLOs out of their counts. */
export async function readCounters(
  { pool }: BenchPostgres,
  { services, minutes }: { services: number; minutes: MinuteRange },
): Promise<Counter[]> {
  const counters: Counter[] = [];
  for (let number = 0; number < services; number++) {
    const service = serviceName(number);
    const { rows: series } = await pool.query(
      "SELECT id FROM series WHERE key = 'push:' || $1",
      [service],
    );
    const [{ id: seriesId }] = series;
    const { rows: samples } = await pool.query<Sample>(SAMPLES, [
      seriesId,
      scrapeSecond(number),
      minutes.from,
      minutes.to,
    ]);
    counters.push({ seriesId, service, samples });
  }
  return counters;
}

/** From 1 to 59: on the minute, the windows would be exactly ours. */
function scrapeSecond(number: number): number {
  return 1 + ((number * 7) % (MINUTE - 1));
}
