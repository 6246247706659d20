import type {
  ResourceDefinition,
  ResourcePlan,
} from '@atrium/plugin-provisioning-common';
import type {
  StoredLease,
  StoredResource,
} from '../../database/StoredResource';
import type { StoredTarget } from '../../engine/toTarget';
import { words } from '../../provisioningWords';
import { toProblem } from './describeProblem';
import type { PlannedResource, RequestProblem } from './ResourceProposal';

/** Ends the name at the provider of what has no id yet. */
export const UNKNOWN_ID = '00000000';

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

/** The last reminder comes a day before a lease ends. */
const LAST_REMINDER_MS = 24 * 3_600_000;

/**
 * The lease after an update, which leaves it alone, but for one: that of a protected
 * resource ends nothing, and nobody is reminded of it. Where the protection goes after
 * its end, or within the last day, it begins anew as the definition has it, so that the
 * owner hears of its end first.
 */
export function findUpdatedLease(
  { deletion, lease }: Pick<StoredResource, 'deletion' | 'lease'>,
  spec: DefinitionSpec,
): { lease?: StoredLease; isNew: boolean } {
  const isDue =
    deletion === 'protect' &&
    spec.deletion !== 'protect' &&
    lease?.endsAt !== undefined &&
    Date.parse(lease.endsAt) <= Date.now() + LAST_REMINDER_MS;
  return isDue
    ? { lease: findLease(spec, undefined).lease, isNew: true }
    : { lease, isNew: false };
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

/** What a resource is called at the provider, by which it is found again. */
export function toProviderName(name: string, id: string): string {
  return `${name}-${id.slice(0, UNKNOWN_ID.length)}`;
}

/** What a driver would be given; without an id, as long as it is only thought about. */
export function toDraftTarget(
  subject: {
    id?: string;
    name: string;
    environment: string;
    ownerRef: string;
    entityRef?: string;
  },
  planned: Pick<
    PlannedResource,
    'definition' | 'inputs' | 'parameters' | 'fingerprint'
  >,
): StoredTarget {
  const { id = UNKNOWN_ID, name, environment, ownerRef, entityRef } = subject;
  return {
    resourceId: id,
    providerName: toProviderName(name, id),
    type: planned.definition.spec.type,
    labels: { name, ownerRef, environment, ...(entityRef && { entityRef }) },
    inputs: planned.inputs,
    parameters: planned.parameters,
    fingerprint: planned.fingerprint,
    access: 'granted',
  };
}
