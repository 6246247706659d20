import type { TestStep } from './TestStep.ts';

type Step = Pick<TestStep, 'name' | 'usesOneCore'>;

/** Two cores are what a small build server has. */
const LANES = 2;

/**
 * Runs steps in their order: those that use one core, two at a time; any other,
 * alone.
 *
 * @param options - whether to begin no further step
 */
export async function runInLanes<T extends Step>(
  steps: readonly T[],
  options: { run(step: T): Promise<void>; isStopped(): boolean },
): Promise<void> {
  const left = [...steps];
  while (left.length > 0 && !options.isStopped()) {
    const next = left.findIndex(({ usesOneCore }) => !usesOneCore);
    const together = left.splice(0, next < 0 ? left.length : next);
    const lane = async () => {
      while (together.length > 0 && !options.isStopped()) {
        await options.run(together.splice(0, 1)[0]);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    for (const alone of left.splice(0, 1)) {
      if (!options.isStopped()) {
        await options.run(alone);
      }
    }
  }
}
