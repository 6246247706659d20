import { startTestPortal } from '@atrium/backend-common/testUtils';
// Tests run the module in the plugin it extends.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import deliveryPlugin from '@atrium/plugin-delivery-backend';
import { createBackendModule } from '@backstage/backend-plugin-api';
import type { TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type EventsService,
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
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
  let events: EventsService | undefined;
  const { ask, runTask } = await startTestPortal({
    pluginId: 'delivery',
    knex: await databases.init('POSTGRES_18'),
    config: {
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
    ],
  });

  return {
    /** Publishes what a webhook brought, as the events module does. */
    async publish(topic: string, eventPayload: object) {
      await events?.publish({ topic, eventPayload });
    },

    /** Asks delivery as a user; `get` unless another method is given. */
    async ask(path: string, method: 'get' | 'post' = 'get') {
      const { status, text } = await ask(method, path);
      return { status, body: text === '' ? undefined : JSON.parse(text) };
    },

    /** Polls now. */
    poll: () => runTask('delivery-gitea-poll'),
  };
}
