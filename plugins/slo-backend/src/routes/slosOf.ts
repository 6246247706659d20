import type { RequiredPermissions } from '@atrium/backend-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';

/** What whoever changes the SLOs of some entities needs for each of them. */
export function slosOf(
  permission: ResourcePermission,
  ...entityRefs: string[]
): Omit<RequiredPermissions, 'credentials'> {
  return {
    permissions: entityRefs.map(resourceRef => ({ permission, resourceRef })),
    refusal: refs =>
      `You may not change the SLOs of '${refs.join(
        "' and '",
      )}': ask its owners`,
  };
}
