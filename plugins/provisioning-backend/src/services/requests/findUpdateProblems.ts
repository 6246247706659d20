import type {
  ResourceDefinition,
  ResourcePlan,
  ResourceType,
} from '@atrium/plugin-provisioning-common';
import type { ResourceDriver } from '@atrium/plugin-provisioning-node';
import type { StoredResource } from '../../database/StoredResource';
import { completeParameters } from './completeParameters';
import { decideApproval, findApproverProblem } from './decideApproval';
import { toProblem } from './describeProblem';
import { findMove, type ResourceMove } from './findMoveProblem';
import { fingerprintOf } from './hashPlan';
import { toDraftTarget } from './proposalParts';
import type { RequestProblem } from './ResourceProposal';

/** A live resource, as far as it decides whether it can be changed. */
export type ChangeableResource = Pick<
  StoredResource,
  | 'id'
  | 'name'
  | 'environment'
  | 'ownerRef'
  | 'scopeRef'
  | 'driver'
  | 'plan'
  | 'inputs'
  | 'parameters'
>;

/** What a change would go by. */
export interface UpdateRules {
  definition: ResourceDefinition;
  type: ResourceType | undefined;
  driver: ResourceDriver | undefined;
  /** Who agrees where a definition names nobody. */
  approverRefs: readonly string[];
  installationId: string;
}

/** What is in the way of an update. */
export interface UpdateProblems {
  /** Where it would lead instead. */
  move?: ResourceMove;
  problems: RequestProblem[];
}

/**
 * What would be in the way of every update of a resource that leaves its
 * parameters as they are; `undefined` for nothing. Where its plan is not offered
 * any more, another one may be chosen.
 */
export async function findUpdateProblems(
  resource: ChangeableResource,
  rules: UpdateRules,
): Promise<UpdateProblems | undefined> {
  const { plans } = rules.definition.spec;
  const own = plans.filter(({ name }) => name === resource.plan);
  let first: UpdateProblems | undefined;
  for (const plan of own.length > 0 ? own : plans) {
    const found = await findPlanProblems(resource, plan, rules);
    if (!found.move && found.problems.length === 0) {
      return undefined;
    }
    first ??= found;
  }
  return first;
}

async function findPlanProblems(
  resource: ChangeableResource,
  plan: ResourcePlan,
  rules: UpdateRules,
): Promise<UpdateProblems> {
  const { approverRefs, definition, driver, installationId } = rules;
  const { problems, ...made } = completeParameters(resource.parameters, {
    ...rules,
    plan,
  });
  const { inputs } = made;
  const move = findMove(resource, { definition, inputs }, driver);
  const approver = findApproverProblem(
    decideApproval(definition, { platformRefs: approverRefs, reasons: [] }),
  );
  const found = [...(approver ? [approver] : []), ...problems];
  if (move || found.length > 0 || !driver?.check) {
    return { move, problems: found };
  }
  const { ownerRef, scopeRef } = resource;
  const byDriver = await driver.check({
    ...toDraftTarget(
      { ...resource, entityRef: scopeRef === ownerRef ? undefined : scopeRef },
      { ...made, definition, fingerprint: fingerprintOf(made) },
    ),
    installationId,
  });
  return {
    problems: byDriver.map(({ field, message }) => toProblem(field, message)),
  };
}
