import {
  audited,
  type AuditedChange,
  type AuditedServices,
} from '@atrium/backend-common';
import {
  type CreateExemption,
  scorecardExemptionRequestPermission,
} from '@atrium/plugin-scorecard-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { Exemptions } from './Exemptions';
import type { StoredExemption } from './StoredExemption';

/** What {@link requestExemption} works with. */
export interface RequestExemptionServices extends AuditedServices {
  exemptions: Exemptions;
}

/** Asks for an exemption, over HTTP or as an agent. */
export async function requestExemption(
  services: RequestExemptionServices,
  input: CreateExemption,
  caller: {
    credentials: BackstageCredentials<BackstageUserPrincipal>;
    request?: AuditedChange<StoredExemption>['request'];
  },
): Promise<StoredExemption> {
  const { credentials, request } = caller;
  const { exemptions } = services;
  const { entityRef } = input;
  // A refusal would say that a hidden entity is there.
  await exemptions.requireVisible(entityRef, { credentials });
  return audited(services, {
    eventId: 'exemption-request',
    request,
    meta: { ...input },
    access: {
      credentials,
      permissions: [
        {
          permission: scorecardExemptionRequestPermission,
          resourceRef: entityRef,
        },
      ],
      refusal: () => exemptions.refuseRequest(entityRef, { credentials }),
    },
    work: () => exemptions.request(input, { credentials }),
    describe: ({ id }) => ({ exemptionId: id }),
  });
}
