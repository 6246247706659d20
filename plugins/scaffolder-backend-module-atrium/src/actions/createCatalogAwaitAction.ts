import { setTimeout as sleep } from 'node:timers/promises';
import { failpoint, parseStrictEntityRef } from '@atrium/backend-common';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

const DEFAULT_TIMEOUT_SECONDS = 60;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const LOG_EVERY_MS = 10_000;

export interface CreateCatalogAwaitActionOptions {
  catalog: CatalogService;
}

/**
 * Creates `catalog:await`, which ends a template whose repository is found by
 * discovery: it waits until the person who ran the template can see the
 * entity, so that the links shown at the end open.
 */
export function createCatalogAwaitAction(
  options: CreateCatalogAwaitActionOptions,
) {
  const { catalog } = options;
  return createTemplateAction({
    id: 'catalog:await',
    description:
      'Waits until an entity is visible in the catalog to the user who runs the template.',
    examples: [
      {
        description: 'Wait for the component of a repository just published',
        example: [
          'steps:',
          '  - id: register',
          '    name: Wait for the catalog',
          '    action: catalog:await',
          '    input:',
          '      entityRef: component:default/${{ parameters.name }}',
        ].join('\n'),
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string({
            description: 'The entity to wait for, such as component:default/x',
          }),
        timeoutSeconds: z =>
          z
            .number({
              description: `How long to wait before giving up. Default: ${DEFAULT_TIMEOUT_SECONDS}`,
            })
            .min(1)
            .max(600)
            .optional(),
      },
      output: {
        entityRef: z =>
          z.string({ description: 'The full reference of the entity' }),
      },
    },
    async handler(ctx) {
      const { timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = ctx.input;
      const entityRef = normalizeEntityRef(ctx.input.entityRef);

      if (ctx.isDryRun) {
        ctx.logger.info(`Dry run: not waiting for '${entityRef}'`);
        ctx.output('entityRef', entityRef);
        return;
      }

      const credentials = await ctx.getInitiatorCredentials();
      const startedAt = Date.now();
      const deadline = startedAt + timeoutSeconds * 1_000;
      let nextLogAt = startedAt + LOG_EVERY_MS;
      let pauseMs = FIRST_PAUSE_MS;
      ctx.logger.info(`Waiting for '${entityRef}' to appear in the catalog`);

      for (;;) {
        ctx.signal?.throwIfAborted();
        const entity = await catalog.getEntityByRef(entityRef, { credentials });
        if (entity) {
          const seconds = Math.round((Date.now() - startedAt) / 1_000);
          ctx.logger.info(
            `Found '${entityRef}' after ${seconds} s${describeSource(entity)}`,
          );
          ctx.output('entityRef', entityRef);
          failpoint('scaffolder.run.7');
          return;
        }

        const now = Date.now();
        if (now >= deadline) {
          throw new Error(timeoutMessage(entityRef, timeoutSeconds));
        }
        if (now >= nextLogAt) {
          const seconds = Math.round((now - startedAt) / 1_000);
          ctx.logger.info(
            `'${entityRef}' is not there yet after ${seconds} s, still waiting`,
          );
          nextLogAt = now + LOG_EVERY_MS;
        }
        await sleep(Math.min(pauseMs, deadline - now), undefined, {
          signal: ctx.signal,
        });
        pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS);
      }
    },
  });
}

function normalizeEntityRef(entityRef: string): string {
  return stringifyEntityRef(
    parseStrictEntityRef(entityRef, { defaultKind: 'component' }),
  );
}

function describeSource(entity: Entity): string {
  const location =
    entity.metadata.annotations?.['backstage.io/managed-by-location'];
  return location ? `, read from ${location.replace(/^url:/, '')}` : '';
}

function timeoutMessage(entityRef: string, timeoutSeconds: number): string {
  return [
    `The catalog does not show '${entityRef}' after ${timeoutSeconds} s.`,
    'The repository has been created and will appear with the next discovery.',
    'If it does not, check that catalog-info.yaml is on the default branch and names this entity,',
    'that discovery covers the organisation, that its push webhook reaches the portal,',
    'and that you may read the entity.',
  ].join(' ');
}
