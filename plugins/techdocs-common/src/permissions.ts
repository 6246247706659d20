import { createPermission } from '@backstage/plugin-permission-common';

const resourceType = 'catalog-entity';

/** Say whether a page was helpful. */
export const docsFeedbackGivePermission = createPermission({
  name: 'techdocs.feedback.give',
  attributes: { action: 'create' },
});

/** See what readers said of the documentation of an entity, and who. */
export const docsFeedbackReadPermission = createPermission({
  name: 'techdocs.feedback.read',
  attributes: { action: 'read' },
  resourceType,
});

/** Hand over a change of a published page to its repository. */
export const docsPageProposePermission = createPermission({
  name: 'techdocs.page.propose',
  attributes: { action: 'update' },
});

/** Hand over the first documentation of an entity to its repository. */
export const docsSiteProposePermission = createPermission({
  name: 'techdocs.site.propose',
  attributes: { action: 'update' },
  resourceType,
});

/** All permissions of the reader. */
export const docsReaderPermissions = [
  docsFeedbackGivePermission,
  docsFeedbackReadPermission,
  docsPageProposePermission,
  docsSiteProposePermission,
];
