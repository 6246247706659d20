import type { DeliveryEventSink } from '@atrium/plugin-delivery-node';
import type {
  AuthService,
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GithubClient } from '../client/GithubClient';
import type { GithubPollingConfig } from '../config/readGithubDeliveryConfig';
import { createPollResources } from './createPollResources';
import { DatabasePollStore } from './DatabasePollStore';
import { GithubPoller } from './GithubPoller';
import { listRepositories } from './listRepositories';
import { RepositoryPoller } from './RepositoryPoller';

/** What polling needs. */
export interface SchedulePollingOptions {
  auth: AuthService;
  catalog: CatalogService;
  client: GithubClient;
  database: DatabaseService;
  incidentLabels: string[];
  logger: LoggerService;
  polling: GithubPollingConfig;
  scheduler: SchedulerService;
  sink: DeliveryEventSink;
}

/** Has one replica at a time poll GitHub. */
export async function schedulePolling(
  options: SchedulePollingOptions,
): Promise<void> {
  const { client, polling, scheduler, logger } = options;
  const poller = new GithubPoller({
    logger,
    poller: new RepositoryPoller({
      client,
      sink: options.sink,
      store: await DatabasePollStore.create(options.database),
      historyMs: polling.historyMs,
    }),
    resources: createPollResources(options),
    listRepositories: () =>
      listRepositories({
        catalog: options.catalog,
        auth: options.auth,
        covers: url => client.covers(url),
        patterns: polling.repositories,
      }),
  });
  await scheduler.scheduleTask({
    id: 'delivery-github-poll',
    frequency: polling.frequency,
    // The history of many repositories takes long; what is left goes on later.
    timeout: { hours: 1 },
    // The catalog comes up at the same time.
    initialDelay: { seconds: 30 },
    scope: 'global',
    fn: signal => poller.run(signal),
  });
}
