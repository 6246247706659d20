import { resolve } from 'node:path';
import type { PluginBenchOptions } from '../plugin/readOptions.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { startBackend } from '../plugin/startBackend.ts';
import { openPostgres } from '../postgres/openPostgres.ts';
import { fillDatabase, markOf } from './fillDatabase.ts';
import { measureAnswers } from './measureAnswers.ts';

interface CostBenchRun extends BenchRun {
  root: string;
  options: PluginBenchOptions<'charges' | 'port'>;
}

/** Fills 13 months of charges, and measures what pages ask. */
export async function measureCost(run: CostBenchRun): Promise<void> {
  const { cleanups, options, progress, remarks, results, root } = run;
  const postgres = await progress.step('Postgres', () =>
    openPostgres(
      {
        plugin: 'cost',
        settings: '-c jit=off',
        fits: mark => !options.isFresh && mark === markOf(options.charges),
        ...options,
      },
      cleanups,
    ),
  );
  const cost = await progress.step('Cost backend', () =>
    startBackend({
      root,
      plugin: 'cost',
      script: resolve(import.meta.dirname, 'costBackend.ts'),
      postgres,
      port: options.port,
      cleanups,
    }),
  );
  if (!postgres.isFilled) {
    await progress.step(`${options.charges} charges of 13 months`, () =>
      fillDatabase(postgres, options.charges),
    );
  }
  const { rows } = await postgres.pool.query(
    `SELECT (SELECT count(*) FROM charges) AS charges,
       (SELECT count(*) FROM daily_costs) AS sums`,
  );
  remarks.push(
    `${rows[0].charges} charges of 13 months, 300 components, 40 services; ${rows[0].sums} daily sums.`,
  );
  await progress.step('Answers', async () => {
    results.push(...(await measureAnswers(cost, postgres)));
  });
}
