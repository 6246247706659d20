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
          await events.subscribe({
            id: 'gitea-pushes',
            topics: ['gitea.push'],
            onEvent: params => handler.onPush(params.eventPayload),
          });
          await events.subscribe({
            id: 'gitea-repositories',
            topics: ['gitea.repository'],
            onEvent: params => handler.onRepository(params.eventPayload),
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
