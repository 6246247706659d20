import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { PluginBenchOptions } from '../plugin/readOptions.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { openPostgres } from '../postgres/openPostgres.ts';

interface ScorecardBenchRun extends BenchRun {
  root: string;
  options: PluginBenchOptions<'entities' | 'stock' | 'port'>;
}

/** What the process of the measurement says on its last line. */
interface Measured {
  fullSeconds: number;
  changedSeconds: number;
  readP95Ms: number;
  rawReadP95Ms: number;
  pageP95Ms: number;
  rawPageP95Ms: number;
  dryRunSeconds: number;
  stockPerSecond: number;
}

const run = promisify(execFile);
const STOCK = {
  '@backstage-community/plugin-tech-insights-backend': '3.1.0',
  '@backstage-community/plugin-tech-insights-backend-module-jsonfc': '0.10.0',
};

/** Measures in a process of its own, on a database of its own. */
export async function measureScorecards({
  cleanups,
  options,
  progress,
  remarks,
  results,
  root,
}: ScorecardBenchRun): Promise<void> {
  const { entities, home, stock } = options;
  const postgres = await progress.step('Postgres', () =>
    openPostgres(
      { plugin: 'scorecard', settings: '-c jit=off', ...options },
      cleanups,
    ),
  );
  await postgres.pool.query('CREATE SCHEMA IF NOT EXISTS scorecard');
  await postgres.pool.query('CREATE SCHEMA IF NOT EXISTS tech_insights');
  const stockHome = await progress.step('Tech Insights', () =>
    installStock(home),
  );
  const measured = await progress.step(`${entities} entities`, async () => {
    const { stdout } = await run(
      process.execPath,
      [
        '--require',
        resolve(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
        join(import.meta.dirname, 'evaluate.ts'),
      ],
      {
        cwd: root,
        maxBuffer: 2 ** 24,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          BENCH_POSTGRES_URL: postgres.url,
          BENCH_ENTITIES: String(entities),
          BENCH_STOCK: String(stock),
          BENCH_STOCK_HOME: stockHome,
        },
      },
    );
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
  });
  const perSecond = entities / measured.fullSeconds;
  results.push(
    {
      name: 'full evaluation by 20 checks, stored',
      value: perSecond,
      unit: 'entities/s',
      limit: { kind: 'at least', value: 5_000 },
    },
    {
      name: 'Tech Insights, 20 checks',
      value: measured.stockPerSecond,
      unit: 'entities/s',
    },
    {
      name: 'times Tech Insights',
      value: perSecond / measured.stockPerSecond,
      unit: 'times',
      limit: { kind: 'at least', value: 50 },
    },
    {
      name: '1 % of facts changed, of the full time',
      value: (100 * measured.changedSeconds) / measured.fullSeconds,
      unit: '%',
      limit: { kind: 'at most', value: 4 },
    },
    {
      name: 'counts of a scorecard, p95 of raw SQL',
      value: measured.readP95Ms / measured.rawReadP95Ms,
      unit: 'times',
      limit: { kind: 'at most', value: 4 },
    },
    {
      name: 'page of results, p95 of raw SQL',
      value: measured.pageP95Ms / measured.rawPageP95Ms,
      unit: 'times',
      limit: { kind: 'at most', value: 4 },
    },
    {
      name: 'dry run over all entities',
      value: measured.dryRunSeconds,
      unit: 's',
    },
  );
  remarks.push(
    `${entities} entities; Tech Insights ${
      Object.values(STOCK)[0]
    } with its JSON rules engine on ${stock} of them`,
  );
}

/** It needs an older Backstage, so it is installed apart. */
async function installStock(home: string): Promise<string> {
  const folder = join(home, 'tech-insights');
  const [first] = Object.keys(STOCK);
  if (!existsSync(join(folder, 'node_modules', first ?? ''))) {
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, dependencies: STOCK }),
    );
    await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts'],
      { cwd: folder, maxBuffer: 2 ** 24 },
    );
  }
  return folder;
}
