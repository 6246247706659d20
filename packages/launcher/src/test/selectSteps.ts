import { Failure } from '../report.ts';
import type { TestStep } from './TestStep.ts';

/**
 * Reads `[step…] [-- arguments for the tool]`; no step means all but those on
 * request. Arguments need exactly one step,
 * because no two tools understand the same.
 */
export function selectSteps(
  args: string[],
  known: TestStep[],
): { steps: TestStep[]; toolArgs: string[] } {
  const separator = args.indexOf('--');
  const names = separator < 0 ? args : args.slice(0, separator);
  const toolArgs = separator < 0 ? [] : args.slice(separator + 1);
  const steps = names.map(name => {
    const step = known.find(candidate => candidate.name === name);
    if (!step) {
      throw new Failure(`There is no step '${name}'`, {
        hint: `Choose among: ${known.map(each => each.name).join(', ')}`,
      });
    }
    return step;
  });
  if (toolArgs.length > 0 && steps.length !== 1) {
    throw new Failure('Arguments after -- need exactly one step before it', {
      hint: 'For example: npm test -- unit -- plugins/permission-backend-module-atrium',
    });
  }
  const all = known.filter(({ isOnRequest }) => !isOnRequest);
  return { steps: steps.length > 0 ? steps : all, toolArgs };
}
