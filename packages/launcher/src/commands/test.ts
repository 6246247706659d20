import { join } from 'node:path';
import { Failure, printFailure, terminalProgress } from '../report.ts';
import { root } from '../root.ts';
import { StopRequest } from '../StopRequest.ts';
import { checks, longChecks } from '../test/checks.ts';
import { dates } from '../test/dates.ts';
import { duplicates } from '../test/duplicates.ts';
import { e2e } from '../test/e2e.ts';
import { keyboard } from '../test/keyboard.ts';
import { pictures } from '../test/pictures.ts';
import { production } from '../test/production.ts';
import { pluginTemplates } from '../test/pluginTemplates.ts';
import { replicas } from '../test/replicas.ts';
import { runInLanes } from '../test/runInLanes.ts';
import { selectSteps } from '../test/selectSteps.ts';
import type { StepContext, TestCounts, TestStep } from '../test/TestStep.ts';
import { unit } from '../test/unit.ts';

/**
 * In their order: first those that leave a core to another one. Replicas wait most of
 * their time, beside the two longest checks.
 */
const STEPS = [
  replicas,
  ...longChecks,
  pluginTemplates,
  ...checks,
  duplicates,
  production,
  unit,
  dates,
  e2e,
  keyboard,
  pictures,
];

class StepFailure extends Error {
  readonly output: string;

  constructor(output: string) {
    super('The step failed');
    this.output = output;
  }
}

/** Runs the named steps, or all, and prints the sum as the last line. */
export async function testCommand(args: string[]): Promise<number> {
  const { steps, toolArgs } = selectSteps(args, STEPS);
  const stop = new StopRequest();
  const cleanups: (() => Promise<void>)[] = [];
  const context: StepContext = {
    root,
    home: join(root, '.atrium', 'test'),
    args: toolArgs,
    hasDates: steps.includes(dates),
    onCleanup: cleanup => cleanups.push(cleanup),
  };
  const total: TestCounts = { passed: 0, failed: 0, skipped: 0 };
  const leftOut: string[] = [];
  const progress = terminalProgress();

  const runStep = async (step: TestStep, isYielding: boolean) => {
    // A step that fails does not keep the others from telling what they find.
    try {
      await progress.step(step.name, async () => {
        const result = await step.run({ ...context, isYielding });
        total.passed += result.passed;
        total.failed += result.failed;
        total.skipped += result.skipped;
        leftOut.push(...(result.leftOut ?? []));
        if (result.failed > 0) {
          throw new StepFailure(result.output);
        }
        return [step.name, `${result.passed} passed`, result.note]
          .filter(Boolean)
          .join('  ');
      });
    } catch (error) {
      if (error instanceof StepFailure) {
        process.stdout.write(`\n${error.output.trimEnd()}\n\n`);
      } else {
        total.failed += 1;
        printFailure(error);
      }
    }
  };
  await Promise.race([
    runInLanes(steps, { run: runStep, isStopped: () => stop.isRequested }),
    stop.requested,
  ]);
  if (stop.isRequested) {
    for (const cleanup of cleanups.reverse()) {
      await cleanup();
    }
    throw new Failure('Interrupted');
  }
  for (const what of leftOut) {
    process.stdout.write(`skipped: ${what}\n`);
  }
  process.stdout.write(
    `tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  );
  return total.failed > 0 ? 1 : 0;
}
