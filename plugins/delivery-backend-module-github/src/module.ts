import {
  gitHostsServiceRef,
  githubWebhookSchemas,
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
        gitHosts: gitHostsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, delivery, events, logger } = deps;
        const { incidentLabels, isListening } = readHostEventsConfig(
          config,
          'delivery.github',
        );
        const polling = readPollingConfig(config, 'delivery.github.polling');
        const { github } = deps.gitHosts;

        delivery.addSource({
          id: 'github',
          runController: new GithubRunController(github),
          async start(sink) {
            if (isListening) {
              const handler = new GithubWebhookHandler({
                sink,
                open: repository => github.open(repository),
                logger,
                incidentLabels,
              });
              await events.subscribe({
                id: 'delivery-github',
                topics: Object.keys(githubWebhookSchemas).map(
                  event => `${GITHUB_TOPIC_PREFIX}${event}`,
                ),
                onEvent: params => handler.onEvent(params),
              });
            }
            if (polling) {
              await scheduleHostPolling({
                ...deps,
                hostId: 'github',
                hostName: 'GitHub',
                packageName: '@atrium/plugin-delivery-backend-module-github',
                taskId: 'delivery-github-poll',
                polling,
                open: repository =>
                  github.open(repository, { isBackground: true }),
                ingest: cdEvents => sink.ingest(cdEvents),
                resources: createPollResources({ incidentLabels, sink }),
                listRepositories: () =>
                  listRepositories({
                    ...deps,
                    covers: url => github.covers(url),
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
