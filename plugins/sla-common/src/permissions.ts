import { createPermission } from '@backstage/plugin-permission-common';

const resourceType = 'catalog-entity';

/** Write, change and end the service level agreements of an entity. */
export const agreementUpdatePermission = createPermission({
  name: 'sla.agreement.update',
  attributes: { action: 'update' },
  resourceType,
});

/** Close the report of a month, after which it never changes. */
export const reportClosePermission = createPermission({
  name: 'sla.report.close',
  attributes: { action: 'update' },
  resourceType,
});

/** All permissions of sla. */
export const slaPermissions = [
  agreementUpdatePermission,
  reportClosePermission,
];
