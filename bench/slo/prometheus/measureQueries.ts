import { quantile } from '../../results/quantile.ts';
import { WINDOW_MINUTES } from '../windows.ts';
import { queryRatios } from './queryRatios.ts';

const ROUNDS = 7;

/**
 * How long each window of all SLOs takes Prometheus by one query for each
 * window, in seconds, the median.
 */
export async function measureQueries(
  url: string,
  minute: number,
): Promise<number> {
  const seconds: number[] = [];
  // The first round reads the files.
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    for (const windowMinutes of WINDOW_MINUTES) {
      await queryRatios(url, { windowMinutes, minute });
    }
    seconds.push((performance.now() - start) / 1_000);
  }
  return quantile(seconds.slice(1), 0.5);
}
