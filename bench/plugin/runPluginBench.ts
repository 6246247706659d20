import {
  Failure,
  printFailure,
  type Progress,
  terminalProgress,
} from '@atrium/launcher/src/report.ts';
import { StopRequest } from '@atrium/launcher/src/StopRequest.ts';
import { cleanUp } from '../cleanUp.ts';
import { describeLoad } from '../results/describeLoad.ts';
import { isMissed, renderResults, type Result } from '../results/Result.ts';

/** What a run works with, and what it leaves. */
export interface BenchRun {
  progress: Progress;
  /** Done at the end, the last one first. */
  cleanups: (() => Promise<void>)[];
  /** What was found. */
  results: Result[];
  /** What helps to understand it. */
  remarks: string[];
}

/**
 * Runs a bench and prints what it found, also what it had found before a
 * failure. Ends the process, with 1 when a figure misses its limit.
 */
export async function runPluginBench(
  measure: (run: BenchRun) => Promise<void>,
): Promise<void> {
  const stop = new StopRequest();
  const run: BenchRun = {
    progress: terminalProgress(),
    cleanups: [],
    results: [],
    remarks: [],
  };
  let exitCode = 1;
  try {
    const isDone = await Promise.race([
      measure(run).then(() => true),
      stop.requested,
    ]);
    if (!isDone) {
      throw new Failure('Interrupted');
    }
    exitCode = run.results.some(isMissed) ? 1 : 0;
  } catch (error) {
    printFailure(error);
  }
  if (run.results.length > 0) {
    const lines = [...run.remarks, describeLoad()].join('\n');
    process.stdout.write(`\n${renderResults(run.results)}\n\n${lines}\n`);
  }
  await cleanUp(run.cleanups);
  process.exit(exitCode);
}
