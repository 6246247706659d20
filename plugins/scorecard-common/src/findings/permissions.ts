import { createPermission } from '@backstage/plugin-permission-common';

const resourceType = 'catalog-entity';

/** Say what a tool found in an entity. */
export const scorecardFindingUploadPermission = createPermission({
  name: 'scorecard.finding.upload',
  attributes: { action: 'create' },
  resourceType,
});

/** Have a finding of an entity not count for a while. */
export const scorecardFindingSuppressPermission = createPermission({
  name: 'scorecard.finding.suppress',
  attributes: { action: 'update' },
  resourceType,
});

/** All permissions of security findings. */
export const scorecardFindingPermissions = [
  scorecardFindingUploadPermission,
  scorecardFindingSuppressPermission,
];
