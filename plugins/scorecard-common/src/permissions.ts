import { createPermission } from '@backstage/plugin-permission-common';

const resourceType = 'catalog-entity';

/** Hand over a scorecard to its repository; about the entity that names it. */
export const scorecardProposePermission = createPermission({
  name: 'scorecard.scorecard.propose',
  attributes: { action: 'update' },
  resourceType,
});

/** Ask that a check is passed over for a while; about the entity that fails it. */
export const scorecardExemptionRequestPermission = createPermission({
  name: 'scorecard.exemption.request',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * Grant, refuse and revoke exemptions. Who may is the owner of the scorecard,
 * never whoever asked; this is about taking part at all.
 */
export const scorecardExemptionDecidePermission = createPermission({
  name: 'scorecard.exemption.decide',
  attributes: { action: 'update' },
});

/**
 * Start, change and end initiatives. Whose, is the owner of the scorecard; this
 * is about taking part at all.
 */
export const scorecardInitiativeManagePermission = createPermission({
  name: 'scorecard.initiative.manage',
  attributes: { action: 'update' },
});

/**
 * Manage the initiatives of every scorecard: for those who run the portal.
 */
export const scorecardOperatePermission = createPermission({
  name: 'scorecard.operate',
  attributes: { action: 'update' },
});

/** Hand over the file that mends a check; about the entity that it is for. */
export const scorecardFixProposePermission = createPermission({
  name: 'scorecard.fix.propose',
  attributes: { action: 'update' },
  resourceType,
});

/** Say that an entity is still in the right hands; about that entity. */
export const scorecardOwnershipConfirmPermission = createPermission({
  name: 'scorecard.ownership.confirm',
  attributes: { action: 'update' },
  resourceType,
});

/** All permissions of scorecard. */
export const scorecardPermissions = [
  scorecardProposePermission,
  scorecardExemptionRequestPermission,
  scorecardExemptionDecidePermission,
  scorecardInitiativeManagePermission,
  scorecardOperatePermission,
  scorecardFixProposePermission,
  scorecardOwnershipConfirmPermission,
];
