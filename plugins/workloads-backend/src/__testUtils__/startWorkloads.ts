import { startTestPortal } from '@atrium/backend-common/testUtils';
import type { EnvironmentMatrix } from '@atrium/plugin-delivery-common';
import { deliveryServiceRef } from '@atrium/plugin-delivery-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import workloadsPlugin from '../index';
import { FakeClusters } from './FakeClusters';

interface StartWorkloadsOptions {
  knex: Knex;
  entities: Entity[];
  config?: JsonObject;
}

/** The plugin behind its HTTP interface, with clusters that are made up. */
export async function startWorkloads(options: StartWorkloadsOptions) {
  const clusters = new FakeClusters();
  /** Refs of the entities that users do not see. */
  const hidden = new Set<string>();
  const delivery = {
    matrix: { environments: [], items: [] } as EnvironmentMatrix,
    isDown: false,
  };

  const portal = await startTestPortal({
    pluginId: 'workloads',
    knex: options.knex,
    config: {
      workloads: {
        cacheFor: { milliseconds: 1 },
        // Confirms what belongs to the sample components.
        claims: {
          payments: {
            namespaces: ['*'],
            owners: ['group:default/team-payments'],
          },
        },
        ...options.config,
      },
      integrations: {
        gitea: [{ host: 'git.acme.example' }],
      },
    },
    // The catalog below decides who sees what.
    conditionalDecision: {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: { rule: 'IS_VISIBLE', resourceType: 'catalog-entity' },
    },
    features: [
      workloadsPlugin,
      clusters.feature,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => hideFromUsers(options.entities, hidden),
      }),
      createServiceFactory({
        service: deliveryServiceRef,
        deps: {},
        factory: () =>
          ({
            async getEnvironments() {
              if (delivery.isDown) {
                throw new Error('delivery is down');
              }
              return delivery.matrix;
            },
          } as unknown as typeof deliveryServiceRef.T),
      }),
    ],
  });

  return {
    ...portal,
    clusters,
    hidden,
    lookForConflicts: () => portal.runTask('workloads-claims'),
    delivery,
    get(path: string, authorization?: string) {
      return portal.ask('get', path, authorization);
    },
    post(path: string, body: object, authorization?: string) {
      return portal.ask('post', path, authorization).send(body);
    },
    clear() {
      clusters.clear();
      portal.forget();
      hidden.clear();
      delivery.matrix = { environments: [], items: [] };
      delivery.isDown = false;
    },
  };
}

/** A catalog in which users see less than services do. */
function hideFromUsers(entities: Entity[], hidden: Set<string>) {
  const all = catalogServiceMock({ entities });
  const isHidden = ({ kind, metadata }: Entity) =>
    hidden.has(
      `${kind}:${metadata.namespace}/${metadata.name}`.toLocaleLowerCase(
        'en-US',
      ),
    );
  const ofUsers = () =>
    catalogServiceMock({
      entities: entities.filter(entity => !isHidden(entity)),
    });
  return new Proxy(all, {
    get: (target, name: keyof typeof all) =>
      typeof target[name] === 'function'
        ? (...args: unknown[]) => {
            const { credentials } = args.at(-1) as {
              credentials: { principal: { type: string } };
            };
            const catalog =
              credentials.principal.type === 'user' ? ofUsers() : target;
            return (catalog[name] as (...all: unknown[]) => unknown)(...args);
          }
        : target[name],
  });
}
