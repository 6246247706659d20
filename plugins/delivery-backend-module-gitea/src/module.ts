import {
  gitHostsServiceRef,
  readPollingConfig,
  scheduleHostPolling,
} from '@atrium/git-hosts';
import { readHostEventsConfig } from '@atrium/plugin-delivery-common';
import { deliveryEventsExtensionPoint } from '@atrium/plugin-delivery-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
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
        gitHosts: gitHostsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, delivery, events } = deps;
        const { incidentLabels, isListening } = readHostEventsConfig(
          config,
          'delivery.gitea',
        );
        const polling = readPollingConfig(config, 'delivery.gitea.polling');
        const { gitea } = deps.gitHosts;

        delivery.addSource({
          id: 'gitea',
          runController: new GiteaRunController(gitea),
          async start(sink) {
            if (isListening) {
              const handler = new GiteaWebhookHandler({
                ...deps,
                sink,
                host: gitea,
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
                hostId: 'gitea',
                hostName: 'Gitea',
                packageName: '@atrium/plugin-delivery-backend-module-gitea',
                taskId: 'delivery-gitea-poll',
                polling,
                open: repository =>
                  gitea.open(repository, { isBackground: true }),
                ingest: cdEvents => sink.ingest(cdEvents),
                resources: createPollResources({ incidentLabels, sink }),
                listRepositories: () =>
                  listRepositories({
                    ...deps,
                    findRepository: url => gitea.findRepository(url),
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
