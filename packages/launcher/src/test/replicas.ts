import { join } from 'node:path';
import { buildImage } from './buildImage.ts';
import { runTool } from './runTool.ts';
import type { TestStep } from './TestStep.ts';

/**
 * The short cut of `bench/faults`: two replicas of the built backend on one
 * database, replaced under load, frozen and killed.
 */
export const replicas: TestStep = {
  name: 'replicas',
  async run(context) {
    const image = await buildImage(context);
    const { code, output } = await runTool(context, {
      log: 'replicas',
      args: [
        join('bench', 'faults', 'main.ts'),
        '--quick',
        '--image',
        image,
        '--home',
        join(context.home, 'replicas'),
      ],
    });
    const count = (verdict: string) =>
      output.match(new RegExp(`\\| ${verdict} +\\|`, 'g'))?.length ?? 0;
    const failed = count('missed');
    return {
      passed: count('met'),
      failed: failed + (code !== 0 && failed === 0 ? 1 : 0),
      skipped: 0,
      output,
    };
  },
};
