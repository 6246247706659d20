import type {
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { DeliveryEventSink } from '../deliveryEventsExtensionPoint';
import type { HostRepository } from '../gitHost/HostRepository';
import { DatabasePollStore } from './DatabasePollStore';
import { type GitHost, HostPoller } from './HostPoller';
import type { PollClient } from './PollClient';
import type { PollResource } from './PollResource';
import type { GitHostPollingConfig } from './readGitHostConfig';
import { RepositoryPoller } from './RepositoryPoller';

/** What polling a git host needs. */
export interface ScheduleHostPollingOptions {
  host: GitHost;
  /** The module; its folder `migrations` makes the table `<host id>_polls`. */
  packageName: string;
  client: PollClient;
  /** The lists that are read of each repository. */
  resources: PollResource[];
  listRepositories(): Promise<HostRepository[]>;
  polling: GitHostPollingConfig;
  sink: DeliveryEventSink;
  database: DatabaseService;
  logger: LoggerService;
  scheduler: SchedulerService;
}

/** Has one replica at a time poll a git host. */
export async function scheduleHostPolling(
  options: ScheduleHostPollingOptions,
): Promise<void> {
  const { client, database, host, packageName, polling, sink } = options;
  const poller = new HostPoller({
    ...options,
    poller: new RepositoryPoller({
      client,
      sink,
      store: await DatabasePollStore.create(database, {
        hostId: host.id,
        packageName,
      }),
      historyMs: polling.historyMs,
    }),
  });
  await options.scheduler.scheduleTask({
    id: `delivery-${host.id}-poll`,
    frequency: polling.frequency,
    // The history of many repositories takes long; what is left goes on later.
    timeout: { hours: 1 },
    // The catalog comes up at the same time.
    initialDelay: { seconds: 30 },
    scope: 'global',
    fn: signal => poller.run(signal),
  });
}
