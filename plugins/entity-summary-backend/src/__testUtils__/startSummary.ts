import { startTestPortal } from '@atrium/backend-common/testUtils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import entitySummaryPlugin from '../index';
import { ENTITIES_TASK, HEALTH_TASK } from '../tasks/scheduleTasks';
import { FakePlugins } from './FakePlugins';
import { sampleCatalog } from './sampleCatalog';

/** Which groups people are in. */
const GROUPS: Record<string, string[]> = {
  'user:default/priya': ['group:default/payments'],
  'user:default/elena': ['group:default/retail'],
};

/** The plugin behind its HTTP interface, in front of a small catalog. */
export async function startSummary(knex: Knex) {
  const entities = sampleCatalog();
  const plugins = new FakePlugins();
  /** Refs of the entities that users do not see. */
  const hidden = new Set<string>();
  const portal = await startTestPortal({
    pluginId: 'entity-summary',
    knex,
    config: { permission: { atrium: { financeGroups: ['Retail'] } } },
    conditionalDecision: () =>
      hidden.size === 0
        ? { result: AuthorizeResult.ALLOW }
        : {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: { rule: 'IS_VISIBLE', resourceType: 'catalog-entity' },
          },
    features: [
      entitySummaryPlugin,
      ...plugins.features,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => hideFromUsers(entities, hidden),
      }),
      mockServices.userInfo.mock({
        async getUserInfo(credentials) {
          const { userEntityRef } = credentials.principal as {
            userEntityRef: string;
          };
          return {
            userEntityRef,
            ownershipEntityRefs: [
              userEntityRef,
              ...(GROUPS[userEntityRef] ?? []),
            ],
          };
        },
      }).factory,
    ],
  });
  return {
    ...portal,
    entities,
    hidden,
    plugins,
    /** Reads the catalog. */
    readCatalog: () => portal.runTask(ENTITIES_TASK),
    /** Asks the plugins of what is due. */
    refresh: () => portal.runTask(HEALTH_TASK),
    /** Asks them of everything. */
    async refreshAll() {
      // One run at a time: a later one would join it.
      await portal.runTask(HEALTH_TASK);
      await knex('entities')
        .whereNotNull('due_at')
        .update({ due_at: new Date(0) });
      await portal.runTask(HEALTH_TASK);
    },
  };
}

/** A catalog in which users see less than services do. */
function hideFromUsers(entities: Entity[], hidden: Set<string>) {
  const seenBy = (type: string) =>
    catalogServiceMock({
      entities: entities.filter(
        entity => type !== 'user' || !hidden.has(stringifyEntityRef(entity)),
      ),
    });
  const all = catalogServiceMock({ entities });
  return new Proxy(all, {
    get: (target, name: keyof typeof all) =>
      typeof target[name] === 'function'
        ? (...args: unknown[]) => {
            const { credentials } = args.at(-1) as {
              credentials: { principal: { type: string } };
            };
            const catalog = seenBy(credentials.principal.type);
            return (catalog[name] as (...all: unknown[]) => unknown)(...args);
          }
        : target[name],
  });
}
