import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './runTool.ts';
import type { StepContext, StepResult } from './TestStep.ts';

/** Runs tests written for `node --test`. */
export async function runNodeTests(
  context: StepContext,
  files: string[],
): Promise<StepResult> {
  const report = join(context.home, 'node-tests.tap');
  await rm(report, { force: true });
  const { code, output } = await runTool(context, {
    log: 'node-tests',
    args: [
      '--test',
      '--test-concurrency=2',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...files,
    ],
  });
  const tap = await readFile(report, 'utf8').catch(() => '');
  const count = (name: string) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return {
    passed: count('pass'),
    failed: failed + (code !== 0 && failed === 0 ? 1 : 0),
    skipped: count('skipped') + count('todo'),
    output,
  };
}
