import { createPermission } from '@backstage/plugin-permission-common';

const resourceType = 'catalog-entity';

/**
 * Read what the organisation spends, and everybody in it. Who may read the totals
 * of others is `cost.access.totals`; owners always read their own.
 */
export const costTotalReadPermission = createPermission({
  name: 'cost.total.read',
  attributes: { action: 'read' },
});

/** Read what one entity costs; about that entity. */
export const costEntityReadPermission = createPermission({
  name: 'cost.entity.read',
  attributes: { action: 'read' },
  resourceType,
});

/** Read the rows of the bill behind an entity; about that entity. */
export const costRowReadPermission = createPermission({
  name: 'cost.row.read',
  attributes: { action: 'read' },
  resourceType,
});

/**
 * Read every row of every bill, what no rule allocates, and how imports went: for
 * the groups in `permission.atrium.financeGroups`.
 */
export const costBillReadPermission = createPermission({
  name: 'cost.bill.read',
  attributes: { action: 'read' },
});

/** Bring in the files of a bill: for the groups in `permission.atrium.financeGroups`. */
export const costImportCreatePermission = createPermission({
  name: 'cost.import.create',
  attributes: { action: 'create' },
});

/** Hand over rules of allocation; about the entity that names their file. */
export const costAllocationProposePermission = createPermission({
  name: 'cost.allocation.propose',
  attributes: { action: 'update' },
  resourceType,
});

/**
 * Hand over another budget of an entity; about that entity. Groups have no owner in the
 * catalog: those who are in one, or in one above it, need it for neither the group nor
 * what it owns.
 */
export const costBudgetProposePermission = createPermission({
  name: 'cost.budget.propose',
  attributes: { action: 'update' },
  resourceType,
});

/** Say why an entity costs more than usual; about that entity. Groups are as above. */
export const costAnomalyAcknowledgePermission = createPermission({
  name: 'cost.anomaly.acknowledge',
  attributes: { action: 'update' },
  resourceType,
});

/** All permissions of cost. */
export const costPermissions = [
  costTotalReadPermission,
  costEntityReadPermission,
  costRowReadPermission,
  costBillReadPermission,
  costImportCreatePermission,
  costAllocationProposePermission,
  costBudgetProposePermission,
  costAnomalyAcknowledgePermission,
];
