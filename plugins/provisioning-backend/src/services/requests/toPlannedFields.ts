import type { PlannedFields } from '../../database/StoredResource';
import type { PlannedResource } from './ResourceProposal';

/** What a resource that is not made yet takes from its plan. */
export function toPlannedFields(planned: PlannedResource): PlannedFields {
  return {
    environmentType: planned.environmentType,
    ownerRef: planned.ownerRef,
    scopeRef: planned.scopeRef,
    definition: planned.definition.metadata.name,
    driver: planned.definition.spec.driver,
    plan: planned.plan,
    inputs: planned.inputs,
    parameters: planned.parameters,
    fingerprint: planned.fingerprint,
    monthlyPrice: planned.monthlyPrice,
    lease: planned.lease,
    deletion: planned.deletion,
  };
}
