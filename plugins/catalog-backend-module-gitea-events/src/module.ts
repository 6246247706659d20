import { onRepositoryDeleted, onRepositoryPush } from '@atrium/git-hosts';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { DiscoveryTrigger } from './DiscoveryTrigger';
import { GiteaEventsHandler } from './GiteaEventsHandler';
import { readGiteaEventsConfig } from './readGiteaEventsConfig';

/**
 * Subscribes the catalog to the events of Gitea.
 */
export const catalogModuleGiteaEvents = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'gitea-events',
  register(reg) {
    reg.registerInit({
      deps: {
        catalogScmEvents: catalogScmEventsServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        catalogScmEvents,
        config,
        events,
        lifecycle,
        logger,
        scheduler,
      }) {
        const { providers } = readGiteaEventsConfig(config);
        const discovery = new DiscoveryTrigger({ logger, scheduler });
        const handler = new GiteaEventsHandler({
          catalogScmEvents,
          discovery,
          logger,
          providers,
        });
        // The catalog listens to SCM events once it has started, and what comes
        // before that would be lost.
        lifecycle.addStartupHook(async () => {
          await onRepositoryPush({
            id: 'gitea-pushes',
            events,
            hosts: ['gitea'],
            logger,
            handle: push => handler.onPush(push),
          });
          await onRepositoryDeleted({
            id: 'gitea-repositories',
            events,
            logger,
            handle: repositoryUrl => handler.onDeleted(repositoryUrl),
          });
        });
        lifecycle.addShutdownHook(async () => {
          discovery.stop();
          await handler.stop();
        });
      },
    });
  },
});
