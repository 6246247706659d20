import {
  deliveryEventsExtensionPoint,
  readGitHostConfig,
  scheduleHostPolling,
} from '@atrium/plugin-delivery-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { GiteaClient } from './client/GiteaClient';
import { createPollResources } from './polling/createPollResources';
import { listRepositories } from './polling/listRepositories';
import { GiteaRunController } from './rerun/GiteaRunController';
import {
  GITEA_TOPICS,
  GiteaWebhookHandler,
} from './webhooks/GiteaWebhookHandler';

/** Tells delivery what happens at Gitea, and starts runs there again. */
export const deliveryModuleGitea = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'gitea',
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
        const { config, delivery, events } = deps;
        const { incidentLabels, isListening, polling } = readGitHostConfig(
          config,
          'delivery.gitea',
        );
        const client = new GiteaClient(ScmIntegrations.fromConfig(config));

        delivery.addSource({
          id: 'gitea',
          runController: new GiteaRunController(client),
          async start(sink) {
            if (isListening) {
              const handler = new GiteaWebhookHandler({
                ...deps,
                sink,
                client,
                incidentLabels,
              });
              await events.subscribe({
                id: 'delivery-gitea',
                topics: GITEA_TOPICS,
                onEvent: params => handler.onEvent(params),
              });
            }
            if (polling) {
              await scheduleHostPolling({
                ...deps,
                // A repository may have no Actions, no issues, no releases.
                host: { id: 'gitea', name: 'Gitea', absentStatusCode: 404 },
                packageName: '@atrium/plugin-delivery-backend-module-gitea',
                sink,
                client,
                polling,
                resources: createPollResources({ incidentLabels, sink }),
                listRepositories: () =>
                  listRepositories({
                    ...deps,
                    findRepository: url => client.findRepository(url),
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
