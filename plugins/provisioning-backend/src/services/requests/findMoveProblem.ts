import { type ResourceDriver, textOf } from '@atrium/plugin-provisioning-node';
import type { StoredResource } from '../../database/StoredResource';
import { words } from '../../provisioningWords';
import { toProblem } from './describeProblem';
import type { PlannedResource, RequestProblem } from './ResourceProposal';

/**
 * Says that an update would lead the portal elsewhere, since its definition or plan
 * does by now; `undefined` where it stays where it is.
 *
 * @remarks Nothing is moved: the portal would look in the new place only, see that it
 * is not there, and prove that it is gone while it goes on where it was.
 */
export function findMoveProblem(
  current: Pick<StoredResource, 'name' | 'driver' | 'inputs'>,
  { definition, inputs }: Pick<PlannedResource, 'definition' | 'inputs'>,
  driver: Pick<ResourceDriver, 'describeLocation'> | undefined,
): RequestProblem | undefined {
  const about = { name: current.name, definition: definition.metadata.name };
  if (definition.spec.driver !== current.driver) {
    return toProblem(
      'definition',
      words.describe('provisioning.problem.otherDriver', {
        ...about,
        current: current.driver,
        planned: definition.spec.driver,
      }),
      { isConflict: true },
    );
  }
  if (!driver) {
    return undefined;
  }
  const [from, to] = [current.inputs, inputs].map(one =>
    driver.describeLocation(one),
  );
  return textOf(from) === textOf(to)
    ? undefined
    : toProblem(
        'definition',
        words.describe('provisioning.problem.otherPlace', {
          ...about,
          current: from,
          planned: to,
        }),
        { isConflict: true },
      );
}
