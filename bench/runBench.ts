import { resolve } from 'node:path';
import {
  Failure,
  printFailure,
  terminalProgress,
} from '@atrium/launcher/src/report.ts';
import { StopRequest } from '@atrium/launcher/src/StopRequest.ts';
import type { Bench, BenchContext } from './Bench.ts';
import { cleanUp } from './cleanUp.ts';
import { parseBenchArguments } from './parseBenchArguments.ts';
import { describeRun } from './report/describeRun.ts';
import { isOver } from './report/Figure.ts';
import { renderFigures } from './report/renderFigures.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Runs a bench from the command line: prints its figures and ends with 1 when
 * one is over its limit.
 */
export async function runBench(name: string, bench: Bench): Promise<void> {
  const stop = new StopRequest();
  const cleanups: (() => Promise<void>)[] = [];
  let exitCode = 1;
  try {
    const context: BenchContext = {
      ...parseBenchArguments(process.argv.slice(2), root),
      root,
      progress: terminalProgress(),
      onCleanup: cleanup => cleanups.push(cleanup),
    };
    const result = await Promise.race([bench(context), stop.requested]);
    if (!result) {
      throw new Failure('Interrupted');
    }
    const { figures, remarks } = result;
    process.stdout.write(
      `\n${name} · ${await describeRun(root)}\n\n${renderFigures(figures)}\n`,
    );
    for (const remark of remarks) {
      process.stdout.write(`\n${remark}\n`);
    }
    exitCode = figures.some(isOver) ? 1 : 0;
  } catch (error) {
    printFailure(error);
  }
  await cleanUp(cleanups);
  process.exit(exitCode);
}
