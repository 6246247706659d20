import type { Check, Sum } from '../exactness/Check.ts';
import { requestSlo } from '../requestSlo.ts';
import type { Slo } from '../startSlo.ts';
import { WINDOW_MINUTES } from '../windows.ts';
import type { Counter } from './Counter.ts';
import { queryRatios } from './queryRatios.ts';
import { scrapedRatio } from './scrapedRatio.ts';

/** How much the ratios of one window differ at most. */
export interface RatioDifference {
  windowMinutes: number;
  ratios: number;
  /** From ours, which are exact. */
  fromOurs: number;
  /** From what its scrapes within the window say. */
  fromScrapes: number;
}

interface CompareRatiosOptions {
  slo: Slo;
  url: string;
  counters: Counter[];
  /** When windows end. */
  minutes: number[];
}

/** Holds the ratios of Prometheus against ours, window by window. */
export async function compareRatios(
  options: CompareRatiosOptions,
): Promise<RatioDifference[]> {
  const differences: RatioDifference[] = [];
  for (const windowMinutes of WINDOW_MINUTES) {
    const difference = {
      windowMinutes,
      ratios: 0,
      fromOurs: 0,
      fromScrapes: 0,
    };
    for (const minute of options.minutes) {
      await compareAt(minute, difference, options);
    }
    differences.push(difference);
  }
  return differences;
}

async function compareAt(
  to: number,
  difference: RatioDifference,
  { slo, url, counters }: CompareRatiosOptions,
): Promise<void> {
  const { windowMinutes } = difference;
  const from = to - windowMinutes;
  const theirs = await queryRatios(url, { windowMinutes, minute: to });
  const checks = counters.map(
    ({ seriesId }): Check => ({ seriesId, from, to }),
  );
  const ours: Sum[] = await requestSlo(slo, '/bench/sums', { checks });
  for (const [index, { service, samples }] of counters.entries()) {
    const ratio = theirs.get(service);
    const scraped = scrapedRatio(samples, { from, to });
    const { good, total } = ours[index];
    if (ratio === undefined || scraped === undefined || total === 0) {
      continue;
    }
    difference.ratios += 1;
    difference.fromOurs = Math.max(
      difference.fromOurs,
      Math.abs(ratio - good / total),
    );
    difference.fromScrapes = Math.max(
      difference.fromScrapes,
      Math.abs(ratio - scraped),
    );
  }
}
