import { resolve } from 'node:path';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { startBackend } from '../plugin/startBackend.ts';
import { openPostgres } from '../postgres/openPostgres.ts';
import { fillDatabase } from './fillDatabase.ts';
import { measureDora } from './measureDora.ts';
import { measureIngest } from './measureIngest.ts';
import { measureReads } from './measureReads.ts';
import type { DeliveryBenchOptions } from './parseArguments.ts';

interface DeliveryBenchRun extends BenchRun {
  root: string;
  options: DeliveryBenchOptions;
}

/** Fills a year of all services, and measures one thing after the other. */
export async function measureDelivery(run: DeliveryBenchRun): Promise<void> {
  const { root, options, progress, results, cleanups } = run;
  const postgres = await progress.step('Postgres', () =>
    openPostgres({ plugin: 'delivery', ...options }, cleanups),
  );
  const delivery = await progress.step('Delivery backend', () =>
    startBackend({
      root,
      plugin: 'delivery',
      script: resolve(import.meta.dirname, 'deliveryBackend.ts'),
      postgres,
      port: options.port,
      cleanups,
    }),
  );
  // The task also takes back what no claim of the catalog gives to anybody.
  await progress.step('Services of the catalog', () =>
    measureDora.waitForServices(postgres),
  );
  await progress.step(`${options.events} events of a year`, () =>
    fillDatabase(postgres, options.events),
  );
  await progress.step('Daily figures', async () => {
    results.push(await measureDora.rollUp(postgres, options.events));
  });
  await progress.step('DORA of 50 teams', async () => {
    results.push(...(await measureDora.compare(delivery)));
  });
  await progress.step('Reads of an entity', async () => {
    results.push(...(await measureReads(delivery, postgres)));
  });
  await progress.step('Ingest', async () => {
    results.push(...(await measureIngest(delivery, options.seconds)));
  });
}
