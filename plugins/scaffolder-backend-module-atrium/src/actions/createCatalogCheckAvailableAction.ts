import { failpoint, parseStrictEntityRef } from '@atrium/backend-common';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

export interface CreateCatalogCheckAvailableActionOptions {
  catalog: CatalogService;
}

/**
 * Creates `catalog:check-available`, which stops a template before it makes
 * anything when the catalog already has an entity of that name: the second
 * one would be refused long after the repository exists.
 */
export function createCatalogCheckAvailableAction(
  options: CreateCatalogCheckAvailableActionOptions,
) {
  const { catalog } = options;
  return createTemplateAction({
    id: 'catalog:check-available',
    description:
      'Fails when the catalog already contains one of the given entities.',
    examples: [
      {
        description: 'Make sure that a service and its API can be added',
        example: [
          'steps:',
          '  - id: check',
          '    name: Check the name',
          '    action: catalog:check-available',
          '    input:',
          '      entityRefs:',
          '        - component:default/${{ parameters.name }}',
          '        - api:default/${{ parameters.name }}-api',
        ].join('\n'),
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        entityRefs: z =>
          z
            .array(z.string(), {
              description: 'The entities that must not exist yet',
            })
            .min(1),
      },
    },
    async handler(ctx) {
      failpoint('scaffolder.run.2');
      const credentials = await ctx.getInitiatorCredentials();
      const entityRefs = ctx.input.entityRefs.map(normalizeEntityRef);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs },
        { credentials },
      );
      const taken = items.filter((entity): entity is Entity => Boolean(entity));
      if (taken.length > 0) {
        throw new ConflictError(
          `The catalog already has ${taken
            .map(describeEntity)
            .join(' and ')}. Choose another name.`,
        );
      }
      ctx.logger.info(`Free to use: ${entityRefs.join(', ')}`);
    },
  });
}

function normalizeEntityRef(entityRef: string): string {
  return stringifyEntityRef(parseStrictEntityRef(entityRef));
}

function describeEntity(entity: Entity): string {
  const owner = entity.spec?.owner;
  const owned = typeof owner === 'string' ? `, owned by '${owner}'` : '';
  return `'${stringifyEntityRef(entity)}'${owned}`;
}
