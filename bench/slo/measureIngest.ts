import type { Result } from '../delivery/Result.ts';
import { serviceName } from './organisation.ts';
import type { Slo } from './startSlo.ts';

const BATCH = 5_000;
const SENDERS = 3;
const LIMIT = 20_000;
const MINUTE_MS = 60_000;

/** Sends full batches of new minutes from a few senders, as fast as they go. */
export async function measureIngest(
  slo: Slo,
  options: { slos: number; seconds: number },
): Promise<Result[]> {
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
      const response = await fetch(`${slo.baseUrl}/counts`, {
        method: 'POST',
        headers: { ...slo.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ counts: nextBatch() }),
      });
      const answer = await response.json();
      if (!response.ok) {
        throw new Error(JSON.stringify(answer));
      }
      stored += answer.stored;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  return [
    {
      name: `Ingest in batches of ${BATCH}, ${SENDERS} senders`,
      value: stored / ((performance.now() - start) / 1_000),
      unit: 'counts/s',
      limit: { kind: 'at least', value: LIMIT },
    },
  ];
}
