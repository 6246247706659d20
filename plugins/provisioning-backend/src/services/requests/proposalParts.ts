import type {
  ResourceDefinition,
  ResourcePlan,
} from '@atrium/plugin-provisioning-common';
import type { StoredLease } from '../../database/StoredResource';
import { words } from '../../provisioningWords';
import { toProblem } from './describeProblem';
import type { RequestProblem } from './ResourceProposal';

type DefinitionSpec = ResourceDefinition['spec'];

/** The plan that is meant; where there is none of that name, the default one. */
export function findPlan(
  { plans, defaultPlan }: DefinitionSpec,
  name: string | undefined,
): { plan: ResourcePlan; problems: RequestProblem[] } {
  const named = plans.find(plan => plan.name === (name ?? defaultPlan));
  return {
    plan: named ?? plans[0],
    problems: named || name === undefined ? [] : [mustBeOneOf('plan', plans)],
  };
}

/** For how long a resource is lent; `undefined` where it stays. */
export function findLease(
  { lease }: DefinitionSpec,
  days: number | undefined,
): { lease?: StoredLease; problems: RequestProblem[] } {
  if (!lease) {
    return {
      problems:
        days === undefined
          ? []
          : [
              toProblem(
                'leaseDays',
                words.describe('provisioning.problem.neverExpires'),
              ),
            ],
    };
  }
  return {
    lease: { ...lease, days: days ?? lease.defaultDays },
    problems:
      days !== undefined && days > lease.maximumDays
        ? [
            toProblem(
              'leaseDays',
              words.describe('provisioning.problem.leaseAtMost', {
                count: lease.maximumDays,
              }),
            ),
          ]
        : [],
  };
}

/** Says what a field may be. */
export function mustBeOneOf(
  field: string,
  named: readonly { name: string }[],
): RequestProblem {
  return toProblem(
    field,
    words.describe('provisioning.problem.oneOf', {
      names:
        named.length > 0
          ? named.map(({ name }) => `'${name}'`).join(', ')
          : words.describe('provisioning.problem.none'),
    }),
  );
}
