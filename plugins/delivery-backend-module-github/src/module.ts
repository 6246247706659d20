import {
  deliveryEventsExtensionPoint,
  readGitHostConfig,
  scheduleHostPolling,
} from '@atrium/plugin-delivery-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { GithubClient } from './client/GithubClient';
import { GithubLookups } from './client/GithubLookups';
import { webhookPayloadSchemas } from './payloads/webhookPayloads';
import { createPollResources } from './polling/createPollResources';
import { listRepositories } from './polling/listRepositories';
import { GithubRunController } from './rerun/GithubRunController';
import {
  GITHUB_TOPIC_PREFIX,
  GithubWebhookHandler,
} from './webhooks/GithubWebhookHandler';

/** Tells delivery what happens at GitHub, and starts runs there again. */
export const deliveryModuleGithub = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'github',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        delivery: deliveryEventsExtensionPoint,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, delivery, events, logger } = deps;
        const { incidentLabels, isListening, polling } = readGitHostConfig(
          config,
          'delivery.github',
        );
        const integrations = ScmIntegrations.fromConfig(config);
        const client = new GithubClient({
          integrations,
          credentials:
            DefaultGithubCredentialsProvider.fromIntegrations(integrations),
        });
        const lookups = new GithubLookups(client);

        delivery.addSource({
          id: 'github',
          runController: new GithubRunController(client),
          async start(sink) {
            if (isListening) {
              const handler = new GithubWebhookHandler({
                sink,
                lookups,
                logger,
                incidentLabels,
              });
              await events.subscribe({
                id: 'delivery-github',
                topics: Object.keys(webhookPayloadSchemas).map(
                  event => `${GITHUB_TOPIC_PREFIX}${event}`,
                ),
                onEvent: params => handler.onEvent(params),
              });
            }
            if (polling) {
              await scheduleHostPolling({
                ...deps,
                host: { id: 'github', name: 'GitHub', absentStatusCode: 410 },
                packageName: '@atrium/plugin-delivery-backend-module-github',
                sink,
                client,
                polling,
                resources: createPollResources({ incidentLabels, sink }),
                listRepositories: () =>
                  listRepositories({
                    ...deps,
                    covers: url => client.covers(url),
                    patterns: polling.repositories,
                  }),
              });
            }
          },
        });
      },
    });
  },
});
