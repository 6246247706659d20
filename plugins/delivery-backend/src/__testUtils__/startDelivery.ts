import {
  CLOUD_EVENT_BATCH_MEDIA_TYPE,
  type CloudEvent,
} from '@atrium/plugin-delivery-common';
import {
  type DeliveryEventSource,
  deliveryEventsExtensionPoint,
} from '@atrium/plugin-delivery-node';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import {
  type SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import deliveryPlugin from '../index';
import { sampleEntities } from './sampleEntities';
import { sampleIntegrations } from './sampleIndex';

interface StartDeliveryOptions {
  knex: Knex;
  config?: JsonObject;
  source?: DeliveryEventSource;
  /** Besides the sample ones. */
  entities?: Entity[];
}

/** The plugin behind its HTTP interface, with what it says to others. */
export async function startDelivery(options: StartDeliveryOptions) {
  const signals: SignalPayload[] = [];
  const notifications: NotificationSendOptions[] = [];
  const failing = new Set<string>();
  const denied = new Set<string>();
  const scheduler = mockServices.scheduler();
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });

  const { server } = await startTestBackend({
    features: [
      deliveryPlugin,
      createBackendModule({
        pluginId: 'delivery',
        moduleId: 'test-source',
        register(reg) {
          reg.registerInit({
            deps: { delivery: deliveryEventsExtensionPoint },
            async init({ delivery }) {
              if (options.source) {
                delivery.addSource(options.source);
              }
            },
          });
        },
      }),
      catalogServiceMock.factory({
        entities: [...sampleEntities, ...(options.entities ?? [])],
      }),
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: {
          delivery: options.config ?? {},
          integrations: sampleIntegrations,
        },
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          async publish(signal: SignalPayload) {
            signals.push(signal);
          },
        }),
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
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.has(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
      // Tasks run when a test says so.
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
    ],
  });

  const post = (body: string) =>
    request(server)
      .post('/api/delivery/events')
      .set({
        authorization: mockCredentials.service.header(),
        'content-type': CLOUD_EVENT_BATCH_MEDIA_TYPE,
      })
      .send(body);

  return {
    server,
    signals,
    notifications,
    /** The services that do not work now. */
    failing,
    denied,
    actions,
    /** Stores events, all of which have to be sound. */
    async store(...events: CloudEvent[]) {
      const answer = await post(JSON.stringify(events));
      expect(answer.body).toMatchObject({ refused: 0 });
    },
    /** Asks as somebody, by default a user. */
    get(path: string, authorization = mockCredentials.user.header()) {
      return request(server)
        .get(`/api/delivery${path}`)
        .set('authorization', authorization);
    },
    /** Forgets everything. */
    async clear() {
      denied.clear();
      failing.clear();
      signals.length = 0;
      notifications.length = 0;
      await options.knex.raw(
        `TRUNCATE events, event_counts, event_refusals, runs, task_runs, changes,
         artifacts, incidents, tickets, deployments, dora_rollups, dora_entities,
         main_branch_states, claim_conflicts, components`,
      );
    },
    /** Runs a scheduled task now. */
    async runTask(id: string) {
      await scheduler.triggerTask(id);
    },
  };
}
