import { resolve } from 'node:path';
import {
  Failure,
  printFailure,
  terminalProgress,
} from '@atrium/launcher/src/report.ts';
import { StopRequest } from '@atrium/launcher/src/StopRequest.ts';
import { fillDatabase } from './fillDatabase.ts';
import { measureDora } from './measureDora.ts';
import { measureIngest } from './measureIngest.ts';
import { measureReads } from './measureReads.ts';
import { openPostgres } from '../postgres/openPostgres.ts';
import { parseArguments } from './parseArguments.ts';
import { describeLoad } from '../results/describeLoad.ts';
import { isMissed, renderResults, type Result } from '../results/Result.ts';
import { startDelivery } from './startDelivery.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Measures the delivery backend against its figures, on its own over HTTP.
 * Ends with 1 when one is missed.
 */
async function main(): Promise<void> {
  const stop = new StopRequest();
  const cleanups: (() => Promise<void>)[] = [];
  let exitCode = 1;
  try {
    const results = await Promise.race([run(cleanups), stop.requested]);
    if (!results) {
      throw new Failure('Interrupted');
    }
    process.stdout.write(`\n${renderResults(results)}\n\n${describeLoad()}\n`);
    exitCode = results.some(isMissed) ? 1 : 0;
  } catch (error) {
    printFailure(error);
  }
  for (const cleanup of cleanups.reverse()) {
    await cleanup().catch(printFailure);
  }
  process.exit(exitCode);
}

async function run(cleanups: (() => Promise<void>)[]): Promise<Result[]> {
  const options = parseArguments(process.argv.slice(2), root);
  const progress = terminalProgress();
  const results: Result[] = [];
  const postgres = await progress.step('Postgres', () =>
    openPostgres({ plugin: 'delivery', ...options }, cleanups),
  );
  const delivery = await progress.step('Delivery backend', () =>
    startDelivery({ root, postgres, port: options.port, cleanups }),
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
  return results;
}

void main();
