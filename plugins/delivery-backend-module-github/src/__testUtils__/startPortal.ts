// Tests run the module in the plugin it extends.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import deliveryPlugin from '@atrium/plugin-delivery-backend';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { createHmac, randomUUID } from 'node:crypto';
import deliveryModuleGithub from '../index';
import { githubEventFeatures } from './githubEventFeatures';

const secret = 'secret-of-the-organisation';

interface StartPortalOptions {
  databases: TestDatabases;
  github?: JsonObject;
  apiBaseUrl?: string;
  /** Of the only component. */
  repository?: string;
}

/** Delivery with this module, behind the stock events backend. */
export async function startPortal(options: StartPortalOptions) {
  const {
    databases,
    github = {},
    apiBaseUrl,
    repository = 'acme/payment-service',
  } = options;
  const knexOf = {
    delivery: await databases.init('POSTGRES_18'),
    events: await databases.init('POSTGRES_18'),
  };
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      deliveryPlugin,
      deliveryModuleGithub,
      eventsPlugin,
      ...githubEventFeatures,
      eventsServiceFactory,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'payment-service',
              annotations: {
                'backstage.io/managed-by-location': `url:https://github.com/${repository}/blob/main/catalog-info.yaml`,
                'github.com/project-slug': repository,
              },
            },
          },
        ],
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) =>
          mockServices.database({
            knex: knexOf[plugin.getId() as keyof typeof knexOf],
          }),
      }),
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
          events: {
            useEventBus: 'never',
            modules: { github: { webhookSecret: secret } },
          },
          integrations: {
            github: [
              { host: 'github.com', token: 'ghp_of_the_portal', apiBaseUrl },
            ],
          },
          delivery: { github },
        },
      }),
    ],
  });
  const url = `http://127.0.0.1:${server.port()}`;

  return {
    /** Sends a webhook as GitHub does, and answers the status. */
    async sendWebhook(event: string, body: object, key = secret) {
      const text = JSON.stringify(body);
      const signature = createHmac('sha256', key).update(text).digest('hex');
      const response = await fetch(`${url}/api/events/http/github`, {
        method: 'POST',
        body: text,
        headers: {
          'Content-Type': 'application/json',
          'X-GitHub-Event': event,
          'X-GitHub-Delivery': randomUUID(),
          'X-Hub-Signature-256': `sha256=${signature}`,
        },
      });
      return response.status;
    },

    /** Asks delivery as a user; GET unless another method is given. */
    async ask(path: string, method = 'GET') {
      const response = await fetch(`${url}/api/delivery${path}`, {
        method,
        headers: { Authorization: mockCredentials.user.header() },
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? undefined : JSON.parse(text),
      };
    },

    /** Runs a scheduled task now. */
    async runTask(id: string) {
      await scheduler.triggerTask(id);
    },
  };
}
