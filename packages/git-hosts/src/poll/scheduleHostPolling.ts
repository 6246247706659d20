import type {
  DatabaseService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { PollStore } from './PollStore';
import { HostPoller, type HostPollerOptions } from './HostPoller';
import type { PollingConfig } from './readPollingConfig';
import {
  RepositoryPoller,
  type RepositoryPollerOptions,
} from './RepositoryPoller';

/** What polling a git host needs. */
export interface ScheduleHostPollingOptions<Client, Event>
  extends Omit<HostPollerOptions<Client, Event>, 'poller'>,
    Pick<RepositoryPollerOptions<Client, Event>, 'open' | 'ingest'> {
  /** As in `github`. */
  hostId: string;
  /** Its folder `migrations` makes the table `<host id>_polls`. */
  packageName: string;
  /** Of the scheduled task. */
  taskId: string;
  polling: PollingConfig;
  database: DatabaseService;
  scheduler: SchedulerService;
}

/** Has one replica at a time poll a git host. */
export async function scheduleHostPolling<Client, Event>(
  options: ScheduleHostPollingOptions<Client, Event>,
): Promise<void> {
  const { database, polling, scheduler, taskId } = options;
  const { frequency, historyMs } = polling;
  const store = await PollStore.create(database, options);
  const poller = new HostPoller({
    ...options,
    poller: new RepositoryPoller({ ...options, store, historyMs }),
  });
  await scheduler.scheduleTask({
    id: taskId,
    frequency,
    // The history of many repositories takes long; what is left goes on later.
    timeout: { hours: 1 },
    // The catalog comes up at the same time.
    initialDelay: { seconds: 30 },
    scope: 'global',
    fn: signal => poller.run(signal),
  });
}
