import { createPermission } from '@backstage/plugin-permission-common';

/** Report which entities were seen to call each other. */
export const observedEdgeReportPermission = createPermission({
  name: 'entity-graph.observed-edge.report',
  attributes: { action: 'create' },
});

/** The permissions that the graph of entities defines. */
export const entityGraphPermissions = [observedEdgeReportPermission];
