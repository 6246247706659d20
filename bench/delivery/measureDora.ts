import { setTimeout as sleep } from 'node:timers/promises';
import { YEAR } from './fillDatabase.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import { SERVICES, TEAMS, teamRef } from './organisation.ts';
import { quantile } from '../results/quantile.ts';
import type { Result } from '../results/Result.ts';
import type { PluginBackend } from '../plugin/startBackend.ts';

const ROUNDS = 20;
const LIMIT_MS = 500;

/** Waits until the task has counted everything. */
async function rollUp(
  { pool }: BenchPostgres,
  events: number,
): Promise<Result> {
  let began: number | undefined;
  for (;;) {
    const { rows } = await pool.query(
      `SELECT count(*) FILTER (WHERE revision > computed_revision)::int AS pending,
         count(*)::int AS entities
       FROM dora_entities`,
    );
    const [{ pending, entities }] = rows;
    if (pending < entities) {
      began ??= Date.now();
    }
    if (pending === 0) {
      break;
    }
    await sleep(200);
  }
  return {
    name: `Daily figures of all services, ${events} events`,
    value: (Date.now() - (began ?? Date.now())) / 1000,
    unit: 's',
  };
}

/** Waits until the task has taken the services over from the catalog. */
async function waitForServices({ pool }: BenchPostgres): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      'SELECT count(*)::int AS services FROM components',
    );
    if (rows[0].services === SERVICES) {
      return;
    }
    await sleep(200);
  }
}

/** The metrics of 50 teams over a year, in one request. */
async function compare(delivery: PluginBackend): Promise<Result[]> {
  const query = new URLSearchParams(YEAR);
  for (let team = 0; team < TEAMS; team++) {
    query.append('entityRef', teamRef(team));
  }
  const organisation = new URLSearchParams(YEAR);
  return [
    await measure(delivery, {
      name: 'DORA of 50 teams over a year, p50',
      path: `/dora/comparison?${query}`,
      limit: LIMIT_MS,
    }),
    await measure(delivery, {
      name: 'DORA of the organisation over a year with its trend, p50',
      path: `/dora?${organisation}`,
    }),
  ];
}

async function measure(
  { baseUrl, headers }: PluginBackend,
  options: { name: string; path: string; limit?: number },
): Promise<Result> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const response = await fetch(`${baseUrl}${options.path}`, { headers });
    const answer = await response.json();
    times.push(performance.now() - start);
    const [{ metrics }] = answer.items ?? [answer];
    if (metrics.leadTime.status !== 'measured') {
      throw new Error('The answer has no figures');
    }
  }
  return {
    name: options.name,
    // The first rounds warm the caches of the server.
    value: quantile(times.slice(3), 0.5),
    unit: 'ms',
    limit: options.limit
      ? { kind: 'at most', value: options.limit }
      : undefined,
  };
}

/** What is measured about the metrics. */
export const measureDora = { rollUp, waitForServices, compare };
