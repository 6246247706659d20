import { resolve } from 'node:path';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { PluginBenchOptions } from '../plugin/readOptions.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { type PluginBackend, startBackend } from '../plugin/startBackend.ts';
import { openPostgres } from '../postgres/openPostgres.ts';
import { quantile } from '../results/quantile.ts';
import { fillGraph, HUB } from './fillGraph.ts';

interface GraphBenchRun extends BenchRun {
  root: string;
  options: PluginBenchOptions<'entities' | 'rounds' | 'port'>;
}

const LIMIT_MS = 500;
const WARM_UP = 5;

/** Each time about another entity, some near the hub and some far away. */
function entityOf(round: number, entities: number): string {
  return `component:default/service-${(round * 7_919) % entities}`;
}

const READS: {
  name: string;
  limit?: number;
  path(round: number, entities: number): string;
}[] = [
  {
    name: 'Neighbourhood, 2 hops',
    limit: LIMIT_MS,
    path: (round, entities) =>
      `/neighbourhood?hops=2&entityRef=${entityOf(round, entities)}`,
  },
  {
    name: 'Neighbourhood, 4 hops, 2,000 nodes',
    limit: LIMIT_MS,
    path: (round, entities) =>
      `/neighbourhood?hops=4&limit=2000&entityRef=${entityOf(round, entities)}`,
  },
  {
    name: 'Neighbourhood of the hub, 2 hops',
    limit: LIMIT_MS,
    path: () => `/neighbourhood?hops=2&limit=2000&entityRef=${HUB}`,
  },
  {
    name: 'Everything, 2,000 nodes',
    limit: LIMIT_MS,
    path: () => '/neighbourhood?limit=2000',
  },
  {
    name: 'Impact, 4 hops',
    path: (round, entities) =>
      `/impact?hops=4&entityRef=${entityOf(round, entities)}`,
  },
  { name: 'Impact of the hub, 4 hops', path: () => `/impact?entityRef=${HUB}` },
  {
    name: 'Path to the hub',
    path: (round, entities) =>
      `/path?from=${entityOf(round + 1, entities)}&to=${HUB}`,
  },
  { name: 'Cycles', path: () => '/cycles' },
  { name: 'Differences', path: () => '/differences' },
];

/** Fills the graph, and reads what pages show of it. */
export async function measureGraph(run: GraphBenchRun): Promise<void> {
  const { root, options, progress, results, cleanups } = run;
  const { entities, rounds } = options;
  const postgres = await progress.step('Postgres', () =>
    openPostgres({ plugin: 'entity-graph', ...options }, cleanups),
  );
  const graph = await progress.step('Graph', () =>
    startBackend({
      root,
      plugin: 'entity-graph',
      script: resolve(import.meta.dirname, 'graphBackend.ts'),
      postgres,
      port: options.port,
      cleanups,
    }),
  );
  await progress.step(`${entities} entities`, () =>
    fillGraph(postgres, entities),
  );
  for (const { name, limit, path } of READS) {
    await progress.step(name, async () => {
      const times: number[] = [];
      for (let round = 0; round < rounds + WARM_UP; round++) {
        const start = performance.now();
        await read(graph, path(round, entities));
        times.push(performance.now() - start);
      }
      const counted = times.slice(WARM_UP);
      results.push(
        { name: `${name}, p50`, value: quantile(counted, 0.5), unit: 'ms' },
        {
          name: `${name}, p95`,
          value: quantile(counted, 0.95),
          unit: 'ms',
          limit: limit ? { kind: 'at most', value: limit } : undefined,
        },
      );
    });
  }
}

async function read({ baseUrl, headers }: PluginBackend, path: string) {
  const response = await fetch(`${baseUrl}${path}`, { headers });
  if (!response.ok) {
    throw new Failure(`GET ${path} answers ${response.status}`, {
      hint: await response.text(),
    });
  }
  return response.json();
}
