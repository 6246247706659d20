import { startTestPortal } from '@atrium/backend-common/testUtils';
import { githubEventFeatures } from '@atrium/git-hosts/testUtils';
// Tests run the module in the plugin it extends.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import deliveryPlugin from '@atrium/plugin-delivery-backend';
import type { TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import { createHmac, randomUUID } from 'node:crypto';
import deliveryModuleGithub from '../index';

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
  const { server, ask, runTask } = await startTestPortal({
    pluginId: 'delivery',
    knex: await databases.init('POSTGRES_18'),
    databases: { events: await databases.init('POSTGRES_18') },
    config: {
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

    /** Asks delivery as a user; `get` unless another method is given. */
    async ask(path: string, method: 'get' | 'post' = 'get') {
      const { status, text } = await ask(method, path);
      return { status, body: text === '' ? undefined : JSON.parse(text) };
    },

    /** Runs a scheduled task now. */
    runTask,
  };
}
