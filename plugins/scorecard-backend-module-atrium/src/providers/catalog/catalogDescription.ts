import { describeProvider } from '../../facts/describeProvider';
import { DAY_MS } from '../../facts/elapsed';

/** What the catalog knows of an entity. */
export const catalogDescription = describeProvider({
  id: 'catalog',
  title: 'Catalog',
  description: 'What the catalog file of an entity says, and whether it holds.',
  freshnessMs: DAY_MS,
  facts: {
    ownerValid: {
      type: 'boolean',
      title: 'Owner is valid',
      description:
        'Whether the entity has an owner, and that is a group or a user of the catalog.',
      example: true,
    },
    ownerKind: {
      type: 'text',
      title: 'Kind of the owner',
      description: '`group` or `user`. Left out without a valid owner.',
      example: 'group',
    },
    hasDescription: {
      type: 'boolean',
      title: 'Has a description',
      description: 'Whether its description says anything.',
      example: true,
    },
    descriptionLength: {
      type: 'integer',
      title: 'Length of the description',
      description: 'Without spaces around it; 0 when there is none.',
      unit: 'characters',
      example: 64,
    },
    links: {
      type: 'integer',
      title: 'Links',
      description: 'How many links its catalog file has.',
      unit: 'links',
      example: 3,
    },
    linkTypes: {
      type: 'texts',
      title: 'Types of links',
      description:
        'The types of its links, such as `runbook`; of a link without one, what its icon or its title says.',
      example: ['dashboard', 'runbook'],
    },
    type: {
      type: 'text',
      title: 'Type',
      description: 'What its file says, such as `service`.',
      example: 'service',
    },
    lifecycle: {
      type: 'text',
      title: 'Lifecycle',
      description: 'What its file says, such as `production`.',
      example: 'production',
    },
    hasSystem: {
      type: 'boolean',
      title: 'Part of a system',
      description: 'Whether it is part of a system that the catalog has.',
      example: true,
    },
    tags: {
      type: 'texts',
      title: 'Tags',
      description: 'All of its tags; empty when it has none.',
      example: ['java', 'payments'],
    },
    apisProvided: {
      type: 'integer',
      title: 'APIs provided',
      description: 'How many APIs of the catalog it provides.',
      unit: 'APIs',
      example: 1,
    },
    dependsOn: {
      type: 'integer',
      title: 'Dependencies',
      description: 'How many components and resources it depends on.',
      unit: 'entities',
      example: 4,
    },
    isOrphan: {
      type: 'boolean',
      title: 'Orphan',
      description:
        'Whether nothing points to its file any more, so that nobody keeps it up to date.',
      example: false,
    },
    errors: {
      type: 'integer',
      title: 'Errors in its file',
      description:
        'Problems that keep something out of the catalog or leave it without an owner.',
      unit: 'problems',
      example: 0,
    },
    warnings: {
      type: 'integer',
      title: 'Warnings about its file',
      description: 'Such as references that lead nowhere.',
      unit: 'problems',
      example: 0,
    },
  },
});
