import type { PushCount } from '@atrium/plugin-slo-common';

/** The start of a minute, so many minutes ago. */
export function minutesAgo(minutes: number): string {
  const now = Math.floor(Date.now() / 60_000);
  return new Date((now - minutes) * 60_000).toISOString();
}

/** Equal counts of the sample series, so many minutes ago. */
export function sampleCounts(
  minutes: number[],
  { good, total }: { good: number; total: number },
): PushCount[] {
  return minutes.map(minute => ({
    series: 'payments',
    minute: minutesAgo(minute),
    good,
    total,
  }));
}

/** The whole numbers from one to the one before another. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
