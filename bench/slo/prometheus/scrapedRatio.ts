import type { Sample } from './Counter.ts';

const MINUTE = 60;

/**
 * The ratio between the first and the last scrape in a window: all that
 * Prometheus knows of it. What it adds for the time before and after these, it
 * adds to good and total alike. `undefined` when nothing happened.
 */
export function scrapedRatio(
  samples: Sample[],
  window: { from: number; to: number },
): number | undefined {
  const first = samples.find(({ at }) => at >= window.from * MINUTE);
  const last = samples.findLast(({ at }) => at <= window.to * MINUTE);
  if (!first || !last || last.total <= first.total) {
    return undefined;
  }
  return (last.good - first.good) / (last.total - first.total);
}
