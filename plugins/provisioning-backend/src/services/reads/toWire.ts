import type { FieldMessages } from '@atrium/common';
import type {
  ProvisionedResource,
  ProvisioningRequest,
} from '@atrium/plugin-provisioning-common';
import type { PresentObservation } from '@atrium/plugin-provisioning-node';
import { describeList, toText } from '../../database/messageText';
import type { StoredRequest } from '../../database/StoredRequest';
import type { StoredResource } from '../../database/StoredResource';
import { catalogRefOf } from '../catalogRefOf';

const CATALOG_PREFIX = 'resource:default/';

/** The name at the provider of an entity; `undefined` where it cannot be ours. */
export function toProviderName(catalogRef: string): string | undefined {
  return catalogRef.startsWith(CATALOG_PREFIX)
    ? catalogRef.slice(CATALOG_PREFIX.length)
    : undefined;
}

/** A resource as readers get it: without inputs, seeds and claims. */
export function toWireResource(resource: StoredResource): ProvisionedResource {
  const { observed } = resource;
  const present = observed?.status === 'present' ? observed : undefined;
  return {
    id: resource.id,
    catalogRef: catalogRefOf(resource),
    type: resource.type,
    class: resource.class,
    name: resource.name,
    providerName: resource.providerName,
    sharedId: resource.sharedId,
    environment: resource.environment,
    entityRefs: resource.entityRefs,
    ownerRef: resource.ownerRef,
    definition: resource.definition,
    driver: resource.driver,
    plan: resource.plan,
    parameters: resource.parameters as ProvisionedResource['parameters'],
    monthlyPrice: resource.monthlyPrice,
    state: resource.state,
    stateReason: resource.stateReason,
    messages: onlyReason(resource.messages),
    isSuspended:
      present?.access === 'suspended' || resource.desired === 'suspended',
    lease: toWireLease(resource),
    deletion: resource.deletion,
    health: present && toWireHealth(present.health),
    drift: {
      checkedAt: resource.observedAt,
      ...describeList(
        'differences',
        resource.hasDrift ? present?.differences ?? [] : [],
      ),
    },
    createdAt: resource.createdAt,
    updatedAt: resource.updatedAt,
  };
}

function toWireHealth({
  status,
  message,
}: PresentObservation['health']): ProvisionedResource['health'] {
  return message === undefined
    ? { status }
    : {
        status,
        message: toText(message),
        messages:
          typeof message === 'string' ? undefined : { message: [message] },
      };
}

/** A request as readers get it. */
export function toWireRequest(
  request: StoredRequest,
  resource: StoredResource,
): ProvisioningRequest {
  return {
    id: request.id,
    kind: request.kind,
    state: request.state,
    stateReason: request.stateReason,
    messages: request.messages,
    requesterRef: request.requesterRef,
    reason: request.reason,
    approverRefs: request.approverRefs,
    approvalReasons: request.approvalReasons,
    decidedBy: request.decidedBy,
    decidedAt: request.decidedAt,
    planHash: request.planHash,
    resource: toWireResource(resource),
    createdAt: request.createdAt,
    updatedAt: request.updatedAt,
  };
}

/** What the evidence is made of goes with the evidence, to those who get it. */
function onlyReason(messages: FieldMessages = {}): FieldMessages | undefined {
  const { stateReason } = messages;
  return stateReason && { stateReason };
}

/** The lease begins once it is ready; until then there is no end of it. */
function toWireLease({
  graceEndsAt,
  lease,
}: StoredResource): ProvisionedResource['lease'] {
  return lease?.endsAt
    ? {
        endsAt: lease.endsAt,
        removedAt: graceEndsAt,
        maximumDays: lease.maximumDays,
      }
    : undefined;
}
