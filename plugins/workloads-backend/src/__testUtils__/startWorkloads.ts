import type { EnvironmentMatrix } from '@atrium/plugin-delivery-common';
import { deliveryServiceRef } from '@atrium/plugin-delivery-node';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
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
  /** `<permission>` or `<permission> <entity ref>`, of users only. */
  const denied = new Set<string>();
  /** Refs of the entities that users do not see. */
  const hidden = new Set<string>();
  const audited: string[] = [];
  const notifications: NotificationSendOptions[] = [];
  const failing = new Set<string>();
  const scheduler = mockServices.scheduler();
  const delivery = {
    matrix: { environments: [], items: [] } as EnvironmentMatrix,
    isDown: false,
  };
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });

  const { server } = await startTestBackend({
    features: [
      workloadsPlugin,
      clusters.feature,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => hideFromUsers(options.entities, hidden),
      }),
      mockServices.rootConfig.factory({
        data: {
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
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: async requests =>
            requests.map(({ permission, ...rest }) => {
              const ref = 'resourceRef' in rest ? ` ${rest.resourceRef}` : '';
              return {
                result:
                  denied.has(permission.name) ||
                  denied.has(`${permission.name}${ref}`)
                    ? AuthorizeResult.DENY
                    : AuthorizeResult.ALLOW,
              };
            }),
          // The catalog below decides who sees what.
          authorizeConditional: async requests =>
            requests.map(() => ({
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_VISIBLE',
                resourceType: 'catalog-entity',
              },
            })),
        }),
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => ({
          async createEvent({ eventId, meta }) {
            const { object } = (meta ?? {}) as { object?: string };
            const note = async (outcome: string) => {
              audited.push(`${eventId} ${object} ${outcome}`);
            };
            return {
              success: () => note('succeeded'),
              fail: () => note('failed'),
            };
          },
        }),
      }),
      mockServices.database.factory({ knex: options.knex }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification: NotificationSendOptions) {
            if (failing.has('notifications')) {
              throw new Error('The notifications do not answer');
            }
            notifications.push(notification);
          },
        }),
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
    ],
  });

  return {
    clusters,
    denied,
    hidden,
    audited,
    notifications,
    failing,
    lookForConflicts: () => scheduler.triggerTask('workloads-claims'),
    delivery,
    actions,
    get(path: string, authorization = mockCredentials.user.header()) {
      return request(server)
        .get(`/api/workloads${path}`)
        .set('authorization', authorization);
    },
    post(
      path: string,
      body: object,
      authorization = mockCredentials.user.header(),
    ) {
      return request(server)
        .post(`/api/workloads${path}`)
        .set('authorization', authorization)
        .send(body);
    },
    clear() {
      clusters.clear();
      denied.clear();
      hidden.clear();
      audited.length = 0;
      notifications.length = 0;
      failing.clear();
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
