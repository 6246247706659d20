import { scheduleWakeable, onEntitiesChanged } from '@atrium/backend-common';
import {
  DOCS_BUILT_TOPIC,
  type docsBuiltEventSchema,
} from '@atrium/plugin-techdocs-node';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  CatalogScmEvent,
  CatalogScmEventsService,
} from '@backstage/plugin-catalog-node/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import type { z } from 'zod';
import { discoverSites } from './discoverSites';
import { PrebuildRunner } from './PrebuildRunner';
import type { PrebuildStore } from './PrebuildStore';
import type { PrebuildConfig } from './readPrebuildConfig';
import { repositoryUrl } from './repositoryUrl';
import type { TechdocsSyncClient } from './TechdocsSyncClient';

export interface StartPrebuildOptions {
  auth: AuthService;
  catalog: CatalogService;
  client: Pick<TechdocsSyncClient, 'summarize' | 'sync'>;
  config: PrebuildConfig;
  engine: string;
  events: EventsService;
  integrations: ScmIntegrationRegistry;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  scheduler: SchedulerService;
  scmEvents: CatalogScmEventsService;
  store: PrebuildStore;
}

function urlsOf(event: CatalogScmEvent): string[] {
  return 'url' in event ? [event.url] : [event.fromUrl, event.toUrl];
}

/**
 * Builds documentation before anyone asks for it.
 *
 * @remarks
 * One replica compares the list with the catalog, every replica builds from the
 * list, and the database sees to it that each site is built by one of them. A
 * push makes the sites of its repository due at once.
 */
export async function startPrebuild(
  options: StartPrebuildOptions,
): Promise<void> {
  const { auth, config, lifecycle, logger, scheduler, scmEvents, store } =
    options;
  const attempts = options.metrics.createCounter('techdocs.prebuild.attempts', {
    description: 'Documentation sites built ahead, by how it ended',
  });
  const runner = new PrebuildRunner({
    store,
    client: options.client,
    logger,
    concurrency: config.concurrency,
    recheckSeconds: config.recheckSeconds,
    onAttempt(entityRef, outcome) {
      attempts.add(1, { outcome });
      if (outcome === 'built') {
        void tellOfDocs(entityRef, options);
      }
    },
  });

  const runOrWarn = async () => {
    try {
      await runner.run();
    } catch (error) {
      logger.warn('Building documentation ahead stopped', toError(error));
    }
  };

  const discovery = await scheduleWakeable({
    ...options,
    ...config.schedule,
    id: 'techdocs-markdown-discover',
    async fn() {
      const sites = await discoverSites({
        ...options,
        // No person asks: all documentation is built, whoever may read it.
        credentials: await auth.getOwnServiceCredentials(),
        defaultEngine: config.defaultEngine,
      });
      const result = await store.synchronize(sites);
      if (result.addedCount + result.changedCount + result.removedCount > 0) {
        logger.info('Documentation in the catalog changed', { ...result });
      }
      // Not awaited: many sites may take longer than this task is given.
      void runOrWarn();
    },
  });
  await onEntitiesChanged({
    ...options,
    id: 'techdocs-markdown-entities',
    handle: async () => discovery.wake(),
  });
  // Another replica may have found what is due, and some is due by time.
  await scheduler.scheduleTask({
    ...config.schedule,
    id: 'techdocs-markdown-prebuild',
    frequency: { minutes: 1 },
    scope: 'local',
    fn: async () => void runOrWarn(),
  });

  const subscription = scmEvents.subscribe({
    onEvents: async events => {
      const urls = new Set(events.flatMap(urlsOf).map(repositoryUrl));
      if (urls.size > 0 && (await store.markChanged([...urls])) > 0) {
        // Not awaited: the host of the push waits for the subscribers.
        void runOrWarn();
      }
    },
  });
  lifecycle.addShutdownHook(async () => {
    subscription.unsubscribe();
    await runner.stop();
  });
}

async function tellOfDocs(
  entityRef: string,
  options: Pick<StartPrebuildOptions, 'events' | 'logger'>,
): Promise<void> {
  const { events, logger } = options;
  const eventPayload: z.input<typeof docsBuiltEventSchema> = { entityRef };
  try {
    await events.publish({ topic: DOCS_BUILT_TOPIC, eventPayload });
  } catch (error) {
    // It is found by the next pass over all documentation.
    logger.warn('New documentation was not told of', toError(error));
  }
}
