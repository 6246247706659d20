import type {
  ResourceDefinition,
  ResourcePlan,
} from '@atrium/plugin-provisioning-common';
import type { StoredLease } from '../../database/StoredResource';
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
    problems:
      named || name === undefined
        ? []
        : [
            {
              field: 'plan',
              message: `must be one of ${quoteNames(plans)}`,
            },
          ],
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
              {
                field: 'leaseDays',
                message: 'cannot be given: it stays until somebody deletes it',
              },
            ],
    };
  }
  return {
    lease: { ...lease, days: days ?? lease.defaultDays },
    problems:
      days !== undefined && days > lease.maximumDays
        ? [
            {
              field: 'leaseDays',
              message: `must be at most ${lease.maximumDays}`,
            },
          ]
        : [],
  };
}

/** Names for people, as a message lists them. */
export function quoteNames(named: readonly { name: string }[]): string {
  return named.length > 0
    ? named.map(({ name }) => `'${name}'`).join(', ')
    : 'none';
}
