import type { Result } from '../results/Result.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import { serviceName } from './organisation.ts';
import { requestSlo } from './requestSlo.ts';
import type { Slo } from './startSlo.ts';

const BATCH = 5_000;
const SENDERS = 3;
const LIMIT = 20_000;
const MINUTE_MS = 60_000;

/** What is sent only to be measured: the next run has the same minutes anew. */
const FORGET = `
  CREATE TEMP TABLE ingested AS
    SELECT id FROM series WHERE key LIKE 'push:ingest-%';
  DELETE FROM minute_counts WHERE series_id IN (SELECT id FROM ingested);
  DELETE FROM hour_counts WHERE series_id IN (SELECT id FROM ingested);
  DELETE FROM day_counts WHERE series_id IN (SELECT id FROM ingested);
  DELETE FROM series WHERE id IN (SELECT id FROM ingested);
  DROP TABLE ingested`;

/** Sends full batches of new minutes from a few senders, as fast as they go. */
export async function measureIngest(
  slo: Slo,
  { pool }: BenchPostgres,
  options: { slos: number; seconds: number },
): Promise<Result> {
  const start = performance.now();
  const end = start + options.seconds * 1_000;
  // Of series that nobody reads, so that every minute is new.
  const earliest =
    Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 90 * 1440 * MINUTE_MS;
  let sent = 0;
  let stored = 0;
  const nextBatch = () => {
    const first = sent;
    sent += BATCH;
    return Array.from({ length: BATCH }, (_, index) => {
      const number = first + index;
      return {
        series: `ingest-${serviceName(number % options.slos)}`,
        minute: new Date(
          earliest + Math.floor(number / options.slos) * MINUTE_MS,
        ).toISOString(),
        good: 99,
        total: 100,
      };
    });
  };
  const send = async () => {
    while (performance.now() < end) {
      const answer = await requestSlo(slo, '/counts', { counts: nextBatch() });
      stored += answer.stored;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  const seconds = (performance.now() - start) / 1_000;
  await pool.query(FORGET);
  return {
    name: `Ingest in batches of ${BATCH}, ${SENDERS} senders`,
    value: stored / seconds,
    unit: 'counts/s',
    limit: { kind: 'at least', value: LIMIT },
  };
}
