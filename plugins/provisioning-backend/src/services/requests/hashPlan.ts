import { hashJson } from '@atrium/backend-common';
import type { Money } from '@atrium/common';
import type { JsonObject } from '@backstage/types';

/** What is made and under which rules: all that an approval is about. */
export interface HashedPlan {
  /** Of the text of the definition. */
  definitionHash: string;
  plan: string;
  inputs: JsonObject;
  parameters: JsonObject;
  environment: string;
  ownerRef: string;
  entityRef?: string;
  leaseDays?: number;
  /** Whether the lease of what is there begins anew; absent for no. */
  isRenewed?: boolean;
  monthlyPrice?: Money;
}

/** SHA-256 of a plan, in hexadecimal digits. */
export function hashPlan(plan: HashedPlan): string {
  return hashJson({
    definition: plan.definitionHash,
    plan: plan.plan,
    inputs: plan.inputs,
    parameters: plan.parameters,
    environment: plan.environment,
    owner: plan.ownerRef,
    entity: plan.entityRef,
    lease: plan.leaseDays,
    // Hashes without it stay as they were.
    ...(plan.isRenewed && { isRenewed: true }),
    price: plan.monthlyPrice,
  });
}

/**
 * Says whether what is at a provider was made of the same inputs and parameters.
 * It is short enough for a label of Kubernetes, which has 63 characters at most.
 */
export function fingerprintOf(made: {
  inputs: JsonObject;
  parameters: JsonObject;
}): string {
  const { inputs, parameters } = made;
  return hashJson({ inputs, parameters }).slice(0, 32);
}
