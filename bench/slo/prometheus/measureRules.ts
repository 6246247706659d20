import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import { quantile } from '../../results/quantile.ts';
import type { Counter } from './Counter.ts';
import type { Prometheus } from './Prometheus.ts';
import { renderRules } from './renderRules.ts';

const ROUNDS = 7;
const POLL_MS = 250;
const PATIENCE_MS = 120_000;

/** Often enough for a few rounds, and seldom enough that each ends in time. */
const INTERVAL_SECONDS = 5;

interface Group {
  lastEvaluation: string;
  /** In seconds. */
  evaluationTime: number;
  rules: { health: string }[];
}

/**
 * Has Prometheus evaluate a rule for each window of each SLO, and says how long
 * all of them took by its own account, in seconds, the median.
 */
export async function measureRules(
  { url, loadRules }: Prometheus,
  counters: Counter[],
): Promise<number> {
  await loadRules(renderRules(counters, INTERVAL_SECONDS));
  const seconds = new Map<string, number>();
  const end = performance.now() + PATIENCE_MS;
  // The first one reads the files.
  while (seconds.size < ROUNDS + 1) {
    if (performance.now() > end) {
      throw new Failure('Prometheus does not evaluate its rules');
    }
    await sleep(POLL_MS);
    const { lastEvaluation, evaluationTime, rules } = await readGroup(url);
    if (rules.every(({ health }) => health === 'ok')) {
      seconds.set(lastEvaluation, evaluationTime);
    }
  }
  return quantile([...seconds.values()].slice(1), 0.5);
}

async function readGroup(url: string): Promise<Group> {
  const response = await fetch(`${url}/api/v1/rules`);
  const { data } = await response.json();
  return data.groups[0];
}
