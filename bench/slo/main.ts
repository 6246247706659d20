import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import {
  Failure,
  printFailure,
  terminalProgress,
} from '@atrium/launcher/src/report.ts';
import { StopRequest } from '@atrium/launcher/src/StopRequest.ts';
import { isMissed, renderResults, type Result } from '../delivery/Result.ts';
import { fillCounts } from './fillCounts.ts';
import { measureExactness } from './measureExactness.ts';
import { measureIngest } from './measureIngest.ts';
import { measureTick } from './measureTick.ts';
import { openPostgres } from '../postgres/openPostgres.ts';
import { parseArguments } from './parseArguments.ts';
import { startSlo } from './startSlo.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Measures the SLO backend against its figures, on its own over HTTP. Ends with
 * 1 when one is missed.
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
    const [load] = loadavg();
    process.stdout.write(
      `\n${renderResults(
        results,
      )}\n\n${availableParallelism()} processors, ${load.toFixed(
        1,
      )} processes wanted them in the last minute\n`,
    );
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
  const { slos, days } = options;
  const progress = terminalProgress();
  const results: Result[] = [];
  const postgres = await progress.step('Postgres', () =>
    openPostgres(
      { plugin: 'slo', settings: '-c jit=off -c timezone=UTC', ...options },
      cleanups,
    ),
  );
  const slo = await progress.step('SLO backend', () =>
    startSlo({ root, postgres, options, cleanups }),
  );
  await progress.step(`${slos * days * 1440} minutes of ${slos} SLOs`, () =>
    fillCounts(postgres, options),
  );
  await progress.step('Evaluation', async () => {
    results.push(...(await measureTick(slo, postgres, slos)));
  });
  await progress.step('Exactness', async () => {
    results.push(...(await measureExactness(slo, postgres)));
  });
  await progress.step('Ingest', async () => {
    results.push(...(await measureIngest(slo, options)));
  });
  return results;
}

void main();
