import { audited, type AuditedServices } from '@atrium/backend-common';
import {
  type CreateRequest,
  provisioningRequestCreatePermission,
} from '@atrium/plugin-provisioning-common';
import type {
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { words } from '../../provisioningWords';
import type { CreateRequests } from './CreateRequests';
import type { Refusals } from './Refusals';
import type { RequestOutcome } from './RequestContext';
import type { ResourcePlanner } from './ResourcePlanner';

/** What asks for a resource on record. */
export interface RequestResourceServices extends AuditedServices {
  createRequests: CreateRequests;
  refusals: Pick<Refusals, 'describeRequest'>;
  planner: Pick<ResourcePlanner, 'findOwner'>;
}

/**
 * Asks for a resource, by a route or by an action: for whoever acts for its owner
 * and for the owner of its component, and on record.
 */
export async function requestResource(
  services: RequestResourceServices,
  input: CreateRequest,
  options: {
    credentials: BackstageCredentials<BackstageUserPrincipal>;
    idempotencyKey?: string;
    request?: AuditorServiceCreateEventOptions['request'];
  },
): Promise<RequestOutcome> {
  const { createRequests, planner, refusals } = services;
  const { credentials, request } = options;
  const { ownerRef, actsForRefs } = await planner.findOwner(input, options);
  const { type, name, environment, entityRef } = input;
  return audited(services, {
    eventId: 'request-create',
    request,
    meta: { type, name, environment, ownerRef, entityRef },
    access: {
      credentials,
      permissions: actsForRefs.map(resourceRef => ({
        permission: provisioningRequestCreatePermission,
        resourceRef,
      })),
      refusal: async refs =>
        words.error(
          NotAllowedError,
          await refusals.describeRequest(refs, { credentials }),
        ),
    },
    work: () => createRequests.create(input, options),
    describe: outcome => ({
      requestId: outcome.request.id,
      resourceId: outcome.resource.id,
      state: outcome.request.state,
    }),
  });
}
