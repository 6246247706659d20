import { runTool } from './runTool.ts';
import type { TestStep } from './TestStep.ts';

// Steps that pass when a program ends well; each counts as one test.

/** Those that take as long as replicas, together. */
export const longChecks: TestStep[] = [
  check('format', 'prettier/bin-prettier.js', ['--check', '.']),
  check('lint', '@backstage/cli/bin/backstage-cli', [
    'repo',
    'lint',
    '--max-warnings',
    '0',
  ]),
];

/** The others. */
export const checks: TestStep[] = [
  check('types', 'typescript/bin/tsc', []),
  check('unused', 'knip/bin/knip.js', []),
  check('boundaries', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    'packages',
    'plugins',
    'bench',
  ]),
];

function check(name: string, script: string, args: string[]): TestStep {
  return {
    name,
    leavesCore: true,
    async run(context) {
      const { code, output } = await runTool(context, {
        log: name,
        script,
        args: [...args, ...context.args],
      });
      const hasPassed = code === 0;
      return {
        passed: hasPassed ? 1 : 0,
        failed: hasPassed ? 0 : 1,
        skipped: 0,
        output,
      };
    },
  };
}
