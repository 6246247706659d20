import { openDatabase } from '@atrium/backend-common';
import {
  createTestDatabase,
  startTestPortal,
} from '@atrium/backend-common/testUtils';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { entitySummaryServiceRef } from '@atrium/plugin-entity-summary-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { z } from 'zod';
import entityGraphPlugin from '../index';
import { sampleEntities } from './sampleGraph';

const GUEST = 'user:default/guest';

/** From whom the hidden entities are hidden. */
export const guest = mockCredentials.user.header(GUEST);

const callerSchema = z.object({
  credentials: z.object({ principal: z.object({ userEntityRef: z.string() }) }),
});

interface StartEntityGraphOptions {
  databases: Parameters<typeof createTestDatabase>[0];
  /** What entity-summary says, or nothing where it does not answer. */
  getRows(entityRefs: string[]): Promise<EntityRow[]>;
  hiddenRefs?: string[];
  /** Whose reports are taken. */
  reporters?: string[];
}

/** The plugin behind its HTTP interface, over the sample entities. */
export async function startEntityGraph(options: StartEntityGraphOptions) {
  const { databases, getRows, hiddenRefs = [] } = options;
  const { reporters = ['external:test-service'] } = options;
  const knex = await createTestDatabase(databases);
  await openDatabase(
    { getClient: async () => knex },
    { packageName: '@atrium/plugin-entity-graph-backend' },
  );
  const entities = sampleEntities();
  const portal = await startTestPortal({
    pluginId: 'entity-graph',
    knex,
    config: {
      entityGraph: {
        observedEdges: { reporters },
      },
    },
    conditionalDecision: credentials => ({
      result: isGuest({ credentials })
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    }),
    features: [
      entityGraphPlugin,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {}, subscribe: async () => {} }),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => createCatalog(entities, hiddenRefs),
      }),
      createServiceFactory({
        service: entitySummaryServiceRef,
        deps: {},
        factory: () => ({ getRows }),
      }),
    ],
  });
  return { ...portal, entities, knex };
}

/** A catalog that shows what its list holds at the time, and hides from guests. */
function createCatalog(entities: Entity[], hiddenRefs: string[]) {
  const current = () => catalogServiceMock({ entities });
  const catalog = current();
  catalog.streamEntities = request => current().streamEntities(request);
  catalog.getEntitiesByRefs = async (request, caller) => {
    const { items } = await current().getEntitiesByRefs(request);
    return {
      items: items.map((item, index) =>
        isGuest(caller) && hiddenRefs.includes(request.entityRefs[index])
          ? undefined
          : item,
      ),
    };
  };
  return catalog;
}

function isGuest(caller: unknown): boolean {
  const { data } = callerSchema.safeParse(caller);
  return data?.credentials.principal.userEntityRef === GUEST;
}
