import {
  provisioningOperatePermission,
  provisioningRequestCreatePermission,
  provisioningRequestDecidePermission,
  provisioningResourceManagePermission,
} from '@atrium/plugin-provisioning-common';
import {
  provisioningOwnerResourceRef,
  provisioningOwnerRules,
} from '@atrium/plugin-provisioning-node';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';

/** Says which permissions there are, and what those about owners decide by. */
export function addPermissions(registry: PermissionsRegistryService): void {
  registry.addPermissions([
    provisioningRequestDecidePermission,
    provisioningOperatePermission,
  ]);
  registry.addResourceType({
    resourceRef: provisioningOwnerResourceRef,
    permissions: [
      provisioningRequestCreatePermission,
      provisioningResourceManagePermission,
    ],
    rules: Object.values(provisioningOwnerRules),
    // An owner is known by its name alone, whether the catalog has it or not.
    getResources: async ownerRefs => ownerRefs.map(ownerRef => ({ ownerRef })),
  });
}
