import { Failure } from '@atrium/launcher/src/report.ts';
import { SERIES } from './portalFiles.ts';

const MINUTE_MS = 60_000;

/** A minute of the service's requests. */
export interface PushedMinute {
  series: string;
  minute: string;
  good: number;
  total: number;
}

/** The last minutes before a time, with half of the requests failed. */
export function badMinutes(count: number, before: Date): PushedMinute[] {
  const end = Math.floor(before.getTime() / MINUTE_MS);
  return Array.from({ length: count }, (_, index) => ({
    series: SERIES,
    minute: new Date((end - index - 1) * MINUTE_MS).toISOString(),
    good: 50,
    total: 100,
  }));
}

/** Sends counts as a pipeline would. */
export async function pushCounts(
  counts: PushedMinute[],
  options: { url: string; headers: Record<string, string> },
): Promise<void> {
  const answer = await fetch(`${options.url}/api/slo/counts`, {
    method: 'POST',
    headers: options.headers,
    body: JSON.stringify({ counts }),
  });
  if (!answer.ok) {
    throw new Failure(
      `Counts are answered with ${answer.status}: ${await answer.text()}`,
    );
  }
}
