import { createPermission } from '@backstage/plugin-permission-common';

/**
 * An owner of resources, by its entity ref. Rights are about owners rather than
 * about entities of the catalog: a resource has an owner from the moment it is
 * requested, and an entity only once it is ready.
 */
export const RESOURCE_TYPE_PROVISIONING_OWNER = 'provisioning-owner';

const resourceType = RESOURCE_TYPE_PROVISIONING_OWNER;

/** Ask for a resource; about whoever will own it, and who owns its component. */
export const provisioningRequestCreatePermission = createPermission({
  name: 'provisioning.request.create',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * Agree to a request, or not. Who may is written in the definition; this is
 * about taking part at all.
 */
export const provisioningRequestDecidePermission = createPermission({
  name: 'provisioning.request.decide',
  attributes: { action: 'update' },
});

/**
 * Change, rotate, extend, delete a resource, and take its credentials; about its
 * owner.
 */
export const provisioningResourceManagePermission = createPermission({
  name: 'provisioning.resource.manage',
  attributes: { action: 'update' },
  resourceType,
});

/** Decide about what needs attention, and see and remove leftovers. */
export const provisioningOperatePermission = createPermission({
  name: 'provisioning.operate',
  attributes: { action: 'update' },
});

/**
 * Apply a workload to a cluster, and see what that would change; about the owner
 * of the component.
 */
export const provisioningWorkloadApplyPermission = createPermission({
  name: 'provisioning.workload.apply',
  attributes: { action: 'update' },
  resourceType,
});

/** Write definitions in the portal, and hand them over to their repository. */
export const provisioningDefinitionProposePermission = createPermission({
  name: 'provisioning.definition.propose',
  attributes: { action: 'update' },
});

/** All permissions of provisioning. */
export const provisioningPermissions = [
  provisioningRequestCreatePermission,
  provisioningRequestDecidePermission,
  provisioningResourceManagePermission,
  provisioningOperatePermission,
  provisioningWorkloadApplyPermission,
  provisioningDefinitionProposePermission,
];
