import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { PluginBenchOptions } from '../plugin/readOptions.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { type PluginBackend, startBackend } from '../plugin/startBackend.ts';
import { openPostgres } from '../postgres/openPostgres.ts';
import { quantile } from '../results/quantile.ts';
import type { Result } from '../results/Result.ts';
import { fillCatalog } from './fillCatalog.ts';
import { fillDelivery } from './fillDelivery.ts';
import { teamRef } from './organisation.ts';

interface ScopeBenchRun extends BenchRun {
  root: string;
  options: PluginBenchOptions<'components' | 'rounds' | 'port'>;
}

const LIMIT_MS = 150;
const WARM_UP = 5;
/** The task that reads the catalog runs every minute. */
const FILL_SECONDS = 180;

/** What pages ask; each time for another team. */
const READS: { name: string; limit?: number; path(round: number): string }[] = [
  {
    name: 'Overview of all, first page',
    limit: LIMIT_MS,
    path: () => '/overview?limit=50',
  },
  {
    name: 'Overview of a lifecycle',
    limit: LIMIT_MS,
    path: () => '/overview?limit=50&lifecycle=production',
  },
  {
    name: 'Overview of a team',
    limit: LIMIT_MS,
    path: round => `/overview?limit=50&ownerRef=${teamRef(round)}`,
  },
  {
    name: 'Timeline of all, 30 days',
    path: () => '/timeline',
  },
  {
    name: 'DORA of a team, 30 days',
    limit: LIMIT_MS,
    path: round => `/dora?entityRef=${teamRef(round)}`,
  },
];

/** Fills a catalog and delivery, and reads what pages show of them. */
export async function measureScope(run: ScopeBenchRun): Promise<void> {
  const { root, options, progress, results, cleanups } = run;
  const { components, rounds } = options;
  const postgres = await progress.step('Postgres', () =>
    openPostgres({ plugin: 'delivery', ...options }, cleanups),
  );
  const delivery = await progress.step('Catalog and delivery', () =>
    startBackend({
      root,
      plugin: 'delivery',
      script: resolve(import.meta.dirname, 'scopeBackend.ts'),
      postgres,
      port: options.port,
      cleanups,
    }),
  );
  await progress.step(`${components} components`, async () => {
    await fillDelivery(postgres, components);
    await fillCatalog(postgres, components);
    await waitForComponents(delivery, components);
  });
  for (const { name, limit, path } of READS) {
    await progress.step(name, async () => {
      const times: number[] = [];
      for (let round = 0; round < rounds + WARM_UP; round++) {
        const start = performance.now();
        await read(delivery, path(round));
        times.push(performance.now() - start);
      }
      results.push(...describe(name, times.slice(WARM_UP), limit));
    });
  }
}

/** Nobody's answers are remembered: a service is asked about each time. */
async function read({ baseUrl, headers }: PluginBackend, path: string) {
  const response = await fetch(`${baseUrl}${path}`, { headers });
  if (!response.ok) {
    throw new Failure(`GET ${path} answers ${response.status}`, {
      hint: await response.text(),
    });
  }
  return response.json();
}

async function waitForComponents(
  delivery: PluginBackend,
  components: number,
): Promise<void> {
  for (let second = 0; second < FILL_SECONDS; second++) {
    const { totalItems } = await read(delivery, '/overview?limit=1');
    if (totalItems === components) {
      return;
    }
    await sleep(1_000);
  }
  throw new Failure('The overview does not have all components');
}

function describe(name: string, times: number[], limit?: number): Result[] {
  return [
    { name: `${name}, p50`, value: quantile(times, 0.5), unit: 'ms' },
    {
      name: `${name}, p95`,
      value: quantile(times, 0.95),
      unit: 'ms',
      limit: limit ? { kind: 'at most', value: limit } : undefined,
    },
  ];
}
