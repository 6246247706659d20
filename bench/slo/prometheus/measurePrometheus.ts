import { quantile } from '../../results/quantile.ts';
import type { Result } from '../../results/Result.ts';
import type { BenchPostgres } from '../../postgres/openPostgres.ts';
import { isBusy } from '../counts/traffic.ts';
import { tickAfterCounts } from '../measureTick.ts';
import type { Slo } from '../startSlo.ts';
import { compareRatios, type RatioDifference } from './compareRatios.ts';
import type { Counter } from './Counter.ts';
import { measureQueries } from './measureQueries.ts';
import { measureRules } from './measureRules.ts';
import type { Prometheus } from './Prometheus.ts';

/** How many times faster than rules ours has to be. */
const LIMIT_RATIO = 10;
/** In billionths: numbers of 64 bits differ when worked out differently. */
const LIMIT_UNEXPLAINED = 1;
/** The errors of a few windows say how they shrink. */
const SHOWN_MINUTES = [5, 60, 1440, 43_200];
const COMPARED_MINUTES = 24;

interface MeasurePrometheusOptions {
  /** Evaluates the SLOs of the sample and no others. */
  slo: Slo;
  postgres: BenchPostgres;
  prometheus: Prometheus;
  counters: Counter[];
  /** Where the counters end, in minutes since 1970. */
  minute: number;
  /** How long a tick of all SLOs takes for each of them. */
  secondsPerSlo: number;
  /** Fewer share what every tick does once, so that there is no limit. */
  isFullSize: boolean;
}

/** Compares speed and ratios with those of Prometheus, for some SLOs. */
export async function measurePrometheus(
  options: MeasurePrometheusOptions,
): Promise<Result[]> {
  const { slo, postgres, prometheus, counters, minute } = options;
  const { secondsPerSlo, isFullSize } = options;
  const { url } = prometheus;
  const perSlo = (seconds: number) => seconds / counters.length;
  const alone = perSlo(quantile(await tickAfterCounts(slo, postgres), 0.5));
  const queries = perSlo(await measureQueries(url, minute));
  const differences = await compareRatios({
    slo,
    url,
    counters,
    minutes: busyMinutesBefore(minute),
  });
  const rules = perSlo(await measureRules(prometheus, counters));
  return [
    milliseconds('Tick for each SLO', secondsPerSlo),
    milliseconds(`Tick of ${counters.length} SLOs alone, for each`, alone),
    milliseconds('`increase` for each SLO, by rules', rules),
    milliseconds('`increase` for each SLO, by a query for all', queries),
    {
      name: 'Rules by tick, for each SLO',
      value: rules / secondsPerSlo,
      unit: 'times',
      limit: isFullSize ? { kind: 'at least', value: LIMIT_RATIO } : undefined,
    },
    {
      name: 'A query for all by tick, for each SLO',
      value: queries / secondsPerSlo,
      unit: 'times',
    },
    {
      name: `Rules by tick of ${counters.length} SLOs alone`,
      value: rules / alone,
      unit: 'times',
    },
    ...differences
      .filter(({ windowMinutes }) => SHOWN_MINUTES.includes(windowMinutes))
      .map(({ windowMinutes, fromOurs }) => ({
        name: `\`increase\` over ${windowMinutes} minutes, largest error of a ratio`,
        value: fromOurs * 1e6,
        unit: 'millionths',
      })),
    unexplained(differences),
  ];
}

/** Ratios differ only where much happens; the latest times of the traffic. */
function busyMinutesBefore(minute: number): number[] {
  const minutes: number[] = [];
  for (let at = minute; minutes.length < COMPARED_MINUTES; at -= 5) {
    if (isBusy(at)) {
      minutes.push(at);
    }
  }
  return minutes;
}

/** What is left when the scrapes within a window are taken for all of it. */
function unexplained(differences: RatioDifference[]): Result {
  const ratios = differences.reduce((sum, one) => sum + one.ratios, 0);
  return {
    name: `What its scrapes do not explain of that, in ${ratios} ratios`,
    value: Math.max(...differences.map(one => one.fromScrapes)) * 1e9,
    unit: 'billionths',
    limit: { kind: 'at most', value: LIMIT_UNEXPLAINED },
  };
}

function milliseconds(name: string, seconds: number): Result {
  return { name, value: seconds * 1_000, unit: 'ms' };
}
