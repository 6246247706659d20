import { createPermission } from '@backstage/plugin-permission-common';

/** See what comes in: sources, counts, refused and unresolved events. */
export const deliveryIngestReadPermission = createPermission({
  name: 'delivery.ingest.read',
  attributes: { action: 'read' },
});

/** Start a pipeline run of an entity again. */
export const deliveryRunRerunPermission = createPermission({
  name: 'delivery.run.rerun',
  attributes: { action: 'update' },
  resourceType: 'catalog-entity',
});

/** All permissions of delivery. */
export const deliveryPermissions = [
  deliveryIngestReadPermission,
  deliveryRunRerunPermission,
];
