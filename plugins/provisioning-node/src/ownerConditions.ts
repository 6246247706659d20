import { RESOURCE_TYPE_PROVISIONING_OWNER } from '@atrium/plugin-provisioning-common';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';

/** Whoever owns resources; the ref of the permission is its entity ref. */
export interface ProvisioningOwner {
  ownerRef: string;
}

/** What permissions about owners of resources are about. */
export const provisioningOwnerResourceRef = createPermissionResourceRef<
  ProvisioningOwner,
  never
>().with({
  pluginId: 'provisioning',
  resourceType: RESOURCE_TYPE_PROVISIONING_OWNER,
});

/** Rules that a policy may decide by. */
export const provisioningOwnerRules = {
  isOwner: createPermissionRule({
    name: 'IS_PROVISIONING_OWNER',
    description: 'Whether the owner is one of those that the caller acts for',
    resourceRef: provisioningOwnerResourceRef,
    paramsSchema: z.object({
      claims: z
        .array(z.string())
        .describe('Entity refs of the caller and of their groups'),
    }),
    apply: ({ ownerRef }, { claims }) => claims.includes(ownerRef),
    // Lists are filtered by what the reader sees, not by what they may change.
    toQuery: () => {
      throw new TypeError(
        'No list is filtered by who may change what is in it',
      );
    },
  }),
};

/** For policies: what has to hold, and the decision that asks for it. */
export const {
  conditions: provisioningOwnerConditions,
  createConditionalDecision: createProvisioningOwnerDecision,
} = createConditionExports({
  resourceRef: provisioningOwnerResourceRef,
  rules: provisioningOwnerRules,
});
