import type { TestStep } from './TestStep.ts';

type Step = Pick<TestStep, 'name' | 'leavesCore' | 'hasBounds'>;

/** Two cores are what a small build server has. */
const LANES = 2;

export interface RunInLanesOptions<T> {
  /** @param isYielding - whether a step beside it may have bounds in seconds */
  run(step: T, isYielding: boolean): Promise<void>;
  /** Whether to begin no further step. */
  isStopped(): boolean;
}

/**
 * Runs steps in their order: those that leave a core idle, two at a time; any other,
 * alone.
 */
export async function runInLanes<T extends Step>(
  steps: readonly T[],
  { run, isStopped }: RunInLanesOptions<T>,
): Promise<void> {
  const left = [...steps];
  while (left.length > 0 && !isStopped()) {
    const alone = left.findIndex(step => !step.leavesCore);
    const together = left.splice(0, alone < 0 ? left.length : alone || 1);
    const hasBounds = together.some(step => step.hasBounds);
    const lane = async () => {
      while (together.length > 0 && !isStopped()) {
        const [step] = together.splice(0, 1);
        await run(step, hasBounds && !step.hasBounds);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
}
