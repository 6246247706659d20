import { resolve } from 'node:path';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { PluginBenchOptions } from '../plugin/readOptions.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { type PluginBackend, startBackend } from '../plugin/startBackend.ts';
import { openPostgres } from '../postgres/openPostgres.ts';
import { quantile } from '../results/quantile.ts';
import { fillEntities } from './fillEntities.ts';

interface ListBenchRun extends BenchRun {
  root: string;
  options: PluginBenchOptions<'entities' | 'rounds' | 'port'>;
}

const WARM_UP = 5;
/** One request for rows, counts and filters together. */
const LIMIT_MS = 60;

/** What the list asks: each order, and filters one by one and together. */
const READS: {
  name: string;
  query: string | ((round: number) => string);
  isForInformation?: boolean;
}[] = [
  ...[
    'name',
    'owner',
    'system',
    'health',
    'level',
    'cost',
    'lifecycle',
    'type',
    'deployedAt',
  ].map(sort => ({
    name: `Components by ${sort}`,
    query: `kind=component&sort=${sort}&order=${
      ['cost', 'deployedAt', 'level'].includes(sort) ? 'desc' : 'asc'
    }`,
  })),
  { name: 'All kinds by name', query: 'sort=name' },
  {
    name: 'Three filters by health',
    query:
      'kind=component&lifecycle=production&tag=java&health=bad&health=warning&sort=health',
  },
  { name: 'Text', query: 'text=thing%20ab&sort=name' },
  {
    // The last of the three is that of nothing, and another one each time.
    name: 'Filters that nobody has counted for a while',
    query: round =>
      `kind=component&sort=name&lifecycle=production&lifecycle=experimental&lifecycle=none-${round}`,
    isForInformation: true,
  },
];

/** Fills the table and reads the list over HTTP. */
export async function measureLists(run: ListBenchRun): Promise<void> {
  const { root, options, progress, results, cleanups } = run;
  const { entities, rounds } = options;
  // The name of the database stands in SQL as it is.
  const postgres = await progress.step('Postgres', () =>
    openPostgres({ plugin: 'entity_summary', ...options }, cleanups),
  );
  const backend = await progress.step('Entity-summary', () =>
    startBackend({
      root,
      plugin: 'entity-summary',
      script: resolve(import.meta.dirname, 'summaryBackend.ts'),
      postgres,
      port: options.port,
      cleanups,
    }),
  );
  await progress.step(`${entities} entities`, () =>
    fillEntities(postgres, entities),
  );
  for (const { name, query, isForInformation } of READS) {
    await progress.step(name, async () => {
      const times: number[] = [];
      for (let round = 0; round < rounds + WARM_UP; round++) {
        const start = performance.now();
        await read(
          backend,
          `/entities?limit=50&${
            typeof query === 'string' ? query : query(round)
          }`,
        );
        times.push(performance.now() - start);
      }
      const measured = times.slice(WARM_UP);
      results.push(
        {
          name: `${name}, p50`,
          value: quantile(measured, 0.5),
          unit: 'ms',
          limit: isForInformation
            ? undefined
            : { kind: 'at most', value: LIMIT_MS },
        },
        { name: `${name}, p95`, value: quantile(measured, 0.95), unit: 'ms' },
      );
    });
  }
}

/** A service asks, for whom nothing is remembered between requests. */
async function read({ baseUrl, headers }: PluginBackend, path: string) {
  const response = await fetch(`${baseUrl}${path}`, { headers });
  if (!response.ok) {
    throw new Failure(`GET ${path} answers ${response.status}`, {
      hint: await response.text(),
    });
  }
  const { items } = await response.json();
  if (items.length === 0) {
    throw new Failure(`GET ${path} finds nothing`);
  }
}
