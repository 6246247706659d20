import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../root.ts';
import { hasPlentyOfMemory } from '../hasPlentyOfMemory.ts';
import { runTool } from '../runTool.ts';
import type { StepContext, StepResult } from '../TestStep.ts';
import { bundleTestPackages } from './bundleTestPackages.ts';

/** Made once for all steps of a run: the sources do not change while it runs. */
let bundles: ReturnType<typeof bundleTestPackages> | undefined;

/** Runs the tests of all packages that are tested by `backstage-cli`. */
export async function runJest(
  context: StepContext,
  args: string[],
  env: Record<string, string>,
): Promise<StepResult> {
  // Also a workspace of new packages uses what the checkout has installed.
  bundles ??= bundleTestPackages(root);
  const report = join(context.home, 'jest.json');
  await rm(report, { force: true });
  const { code, output } = await runTool(context, {
    log: 'jest',
    script: '@backstage/cli/bin/backstage-cli',
    args: [
      'repo',
      'test',
      `--config=${join(import.meta.dirname, 'config.cjs')}`,
      '--watchAll=false',
      '--ci',
      // Tests wait for Postgres and other servers: with one for each of two cores, a
      // quarter of the processor is idle.
      `--maxWorkers=${hasPlentyOfMemory() ? 3 : 2}`,
      // A worker that is replaced compiles the bundles of packages again. What it
      // holds is mostly garbage of the files before.
      '--workerIdleMemoryLimit=2500M',
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    env: { ...env, ...(await bundles) },
  });
  const counts = await readReport(report);
  const hasCrashed = code !== 0 && counts.failed === 0;
  return { ...counts, failed: counts.failed + (hasCrashed ? 1 : 0), output };
}

async function readReport(file: string) {
  try {
    const report = JSON.parse(await readFile(file, 'utf8'));
    return {
      passed: report.numPassedTests,
      // A file that could not even be loaded has no test that failed.
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
