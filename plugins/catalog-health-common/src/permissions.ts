import { createPermission } from '@backstage/plugin-permission-common';

/** Read the problems of all teams. Those of one's own teams need no permission. */
export const problemReadAllPermission = createPermission({
  name: 'catalog-health.problem.read-all',
  attributes: {},
});

/** Check a file as the catalog would. */
export const fileValidatePermission = createPermission({
  name: 'catalog-health.file.validate',
  attributes: {},
});

/** All permissions of the plugin. */
export const catalogHealthPermissions = [
  problemReadAllPermission,
  fileValidatePermission,
];
