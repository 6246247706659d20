// Tests run the module in the plugin it extends.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import deliveryPlugin from '@atrium/plugin-delivery-backend';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type EventsService,
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import deliveryModuleGitea from '../index';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payment-service',
    annotations: {
      'backstage.io/managed-by-location':
        'url:https://git.acme.example/acme/payment-service/src/branch/main/catalog-info.yaml',
      'backstage.io/source-location':
        'url:https://git.acme.example/acme/payment-service/src/branch/main/',
    },
  },
};

/** Delivery with this module, for the Gitea at git.acme.example. */
export async function startPortal(options: {
  databases: TestDatabases;
  gitea: JsonObject;
}) {
  const { databases, gitea } = options;
  const knex = await databases.init('POSTGRES_18');
  const scheduler = mockServices.scheduler();
  let events: EventsService | undefined;
  const { server } = await startTestBackend({
    features: [
      deliveryPlugin,
      deliveryModuleGitea,
      createBackendModule({
        pluginId: 'delivery',
        moduleId: 'test-events',
        register(reg) {
          reg.registerInit({
            deps: { service: eventsServiceRef },
            async init({ service }) {
              events = service;
            },
          });
        },
      }),
      eventsServiceFactory,
      catalogServiceMock.factory({ entities: [component] }),
      mockServices.database.factory({ knex }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ async publish() {} }),
      }),
      // Tasks run when a test says so.
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          events: { useEventBus: 'never' },
          integrations: {
            gitea: [
              {
                host: 'git.acme.example',
                username: 'portal',
                password: 'secret',
              },
            ],
          },
          delivery: { gitea },
        },
      }),
    ],
  });
  const url = `http://127.0.0.1:${server.port()}/api/delivery`;

  return {
    /** Publishes what a webhook brought, as the events module does. */
    async publish(topic: string, eventPayload: object) {
      await events?.publish({ topic, eventPayload });
    },

    /** Asks delivery as a user; GET unless another method is given. */
    async ask(path: string, method = 'GET') {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { Authorization: mockCredentials.user.header() },
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? undefined : JSON.parse(text),
      };
    },

    /** Polls now. */
    async poll() {
      await scheduler.triggerTask('delivery-gitea-poll');
    },
  };
}
