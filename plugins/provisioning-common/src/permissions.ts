import { createPermission } from '@backstage/plugin-permission-common';

const resourceType = 'catalog-entity';

/** Ask for a resource; about the component that needs it, or about its owner. */
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

/** Change, rotate, extend, delete a resource, and take its credentials. */
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

/** All permissions of provisioning. */
export const provisioningPermissions = [
  provisioningRequestCreatePermission,
  provisioningRequestDecidePermission,
  provisioningResourceManagePermission,
  provisioningOperatePermission,
];
