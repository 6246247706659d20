import {
  type DriverText,
  type ResourceDriver,
  textOf,
} from '@atrium/plugin-provisioning-node';
import type { StoredResource } from '../../database/StoredResource';
import { words } from '../../provisioningWords';
import { toProblem } from './describeProblem';
import type { PlannedResource, RequestProblem } from './ResourceProposal';

/** Where an update would lead the portal instead. */
export interface ResourceMove {
  kind: 'otherDriver' | 'otherPlace';
  current: DriverText;
  planned: DriverText;
}

type Current = Pick<StoredResource, 'driver' | 'inputs'>;
type Planned = Pick<PlannedResource, 'definition' | 'inputs'>;
type Locator = Pick<ResourceDriver, 'describeLocation'> | undefined;

/** Where an update would lead; `undefined` where the resource stays where it is. */
export function findMove(
  current: Current,
  { definition, inputs }: Planned,
  driver: Locator,
): ResourceMove | undefined {
  if (definition.spec.driver !== current.driver) {
    return {
      kind: 'otherDriver',
      current: current.driver,
      planned: definition.spec.driver,
    };
  }
  if (!driver) {
    return undefined;
  }
  const [from, to] = [current.inputs, inputs].map(one =>
    driver.describeLocation(one),
  );
  return textOf(from) === textOf(to)
    ? undefined
    : { kind: 'otherPlace', current: from, planned: to };
}

/**
 * Says that an update would lead the portal elsewhere, since its definition or plan
 * does by now; `undefined` where it stays where it is.
 *
 * @remarks Nothing is moved: the portal would look in the new place only, see that it
 * is not there, and prove that it is gone while it goes on where it was.
 */
export function findMoveProblem(
  current: Current & Pick<StoredResource, 'name'>,
  planned: Planned,
  driver: Locator,
): RequestProblem | undefined {
  const move = findMove(current, planned, driver);
  return (
    move &&
    toProblem(
      'definition',
      words.describe(`provisioning.problem.${move.kind}`, {
        name: current.name,
        definition: planned.definition.metadata.name,
        current: move.current,
        planned: move.planned,
      }),
      { isConflict: true },
    )
  );
}
