import { resolve } from 'node:path';
import {
  Failure,
  printFailure,
  terminalProgress,
} from '@atrium/launcher/src/report.ts';
import { StopRequest } from '@atrium/launcher/src/StopRequest.ts';
import { describeLoad } from '../results/describeLoad.ts';
import { isMissed, renderResults } from '../results/Result.ts';
import { parseArguments } from './parseArguments.ts';
import { type BenchReport, runBench } from './runBench.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Measures the SLO backend against its figures, on its own over HTTP. Ends with
 * 1 when one is missed.
 */
async function main(): Promise<void> {
  const stop = new StopRequest();
  const cleanups: (() => Promise<void>)[] = [];
  const report: BenchReport = { results: [], remarks: [] };
  let exitCode = 1;
  try {
    const run = runBench(
      {
        root,
        options: parseArguments(process.argv.slice(2), root),
        progress: terminalProgress(),
        cleanups,
      },
      report,
    );
    const isDone = await Promise.race([run.then(() => true), stop.requested]);
    if (!isDone) {
      throw new Failure('Interrupted');
    }
    exitCode = report.results.some(isMissed) ? 1 : 0;
  } catch (error) {
    printFailure(error);
  }
  // What was measured before a failure is worth a look as well.
  print(report);
  for (const cleanup of cleanups.reverse()) {
    await cleanup().catch(printFailure);
  }
  process.exit(exitCode);
}

function print({ results, remarks }: BenchReport): void {
  if (results.length === 0) {
    return;
  }
  const lines = [...remarks, describeLoad()];
  process.stdout.write(`\n${renderResults(results)}\n\n${lines.join('\n')}\n`);
}

void main();
