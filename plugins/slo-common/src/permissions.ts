import { createPermission } from '@backstage/plugin-permission-common';

const resourceType = 'catalog-entity';

/** Take a time out of the SLOs of an entity: maintenance, or an exclusion. */
export const sloExclusionCreatePermission = createPermission({
  name: 'slo.exclusion.create',
  attributes: { action: 'create' },
  resourceType,
});

/** Count a time again that was taken out. */
export const sloExclusionDeletePermission = createPermission({
  name: 'slo.exclusion.delete',
  attributes: { action: 'delete' },
  resourceType,
});

/** Let changes through for a while although the budget is spent. */
export const sloGateOverridePermission = createPermission({
  name: 'slo.gate.override',
  attributes: { action: 'update' },
  resourceType,
});

/** Hand over SLOs of an entity to its repository. */
export const sloDefinitionProposePermission = createPermission({
  name: 'slo.definition.propose',
  attributes: { action: 'update' },
  resourceType,
});

/** See how the sources of counts are doing. */
export const sloSourceReadPermission = createPermission({
  name: 'slo.source.read',
  attributes: { action: 'read' },
});

/** All permissions of slo. */
export const sloPermissions = [
  sloExclusionCreatePermission,
  sloExclusionDeletePermission,
  sloGateOverridePermission,
  sloDefinitionProposePermission,
  sloSourceReadPermission,
];
