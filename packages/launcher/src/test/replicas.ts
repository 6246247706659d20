import { join } from 'node:path';
import { buildImage } from './buildImage.ts';
import { runTool } from './runTool.ts';
import type { TestStep } from './TestStep.ts';

/**
 * The short cuts of `bench/faults` and `bench/provisioning`: two replicas of the
 * built backend on one database, replaced under load, frozen and killed; and the
 * engine of provisioning, killed in the middle of its work.
 */
export const replicas: TestStep = {
  name: 'replicas',
  leavesCore: true,
  hasBounds: true,
  async run(context) {
    const image = await buildImage(context);
    const faults = await runTool(context, {
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
    const provisioning = await runTool(context, {
      log: 'replicas-provisioning',
      args: [
        join('bench', 'provisioning', 'main.ts'),
        '--quick',
        '--home',
        join(context.home, 'replicas-provisioning'),
      ],
    });
    const output = `${faults.output}\n${provisioning.output}`;
    const count = (verdict: string) =>
      output.match(new RegExp(`\\| ${verdict} +\\|`, 'g'))?.length ?? 0;
    const failed = count('missed');
    const hasEnded = faults.code === 0 && provisioning.code === 0;
    return {
      passed: count('met'),
      failed: failed + (!hasEnded && failed === 0 ? 1 : 0),
      skipped: 0,
      output,
    };
  },
};
