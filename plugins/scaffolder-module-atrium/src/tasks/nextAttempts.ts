import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { thingOf } from '../templates/createdThings';
import type { RunStep } from './toRun';

/** What can be done about a run that did not complete. */
export interface NextAttempts {
  /** The run can go on with the steps that are not completed. */
  canContinue: boolean;
  /** The template can be run anew, with other answers. */
  canStartAgain: boolean;
}

/**
 * How to go on after a run that did not complete.
 *
 * @remarks What is made once is refused when it is made again, such as a repository of
 * the same name. So a run that made something continues, but for steps that need a
 * secret: no run keeps it.
 */
export function nextAttempts(
  task: Pick<ScaffolderTask, 'spec'>,
  run: { steps: Pick<RunStep, 'id' | 'status'>[] },
): NextAttempts {
  const completed = new Set(
    run.steps
      .filter(({ status }) => status === 'completed')
      .map(({ id }) => id),
  );
  const { steps } = task.spec;
  const canContinue =
    completed.size > 0 &&
    !steps.some(step => !completed.has(step.id) && readsSecrets(step));
  const hasMade = steps.some(
    step => completed.has(step.id) && thingOf(step) !== undefined,
  );
  return { canContinue, canStartAgain: !canContinue || !hasMade };
}

function readsSecrets(step: ScaffolderTask['spec']['steps'][number]): boolean {
  return /secrets\s*[.[]/.test(JSON.stringify(step));
}
