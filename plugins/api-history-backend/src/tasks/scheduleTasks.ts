import { onEntitiesChanged, scheduleWakeable } from '@atrium/backend-common';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { ThreadedAnalyzer } from '../analysis/ThreadedAnalyzer';
import type { NoticeStore } from '../database/NoticeStore';
import type { PushStore } from '../database/PushStore';
import type { SweepStore } from '../database/SweepStore';
import type { VersionStore } from '../database/VersionStore';
import type { ApiHistoryConfig } from '../readApiHistoryConfig';
import { CommitFinder } from '../services/CommitFinder';
import { ConsumerNotifier } from '../services/ConsumerNotifier';
import { HistoryMetrics } from '../services/HistoryMetrics';
import { VersionRecorder } from '../services/VersionRecorder';
import { CollectVersionsTask } from './CollectVersionsTask';
import { RemoveOldHistoryTask } from './RemoveOldHistoryTask';

/** What {@link scheduleTasks} creates its tasks with. */
export interface ScheduleTasksOptions {
  analyzer: ThreadedAnalyzer;
  auth: AuthService;
  catalog: CatalogService;
  config: ApiHistoryConfig;
  events: EventsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  notices: NoticeStore;
  notifications: NotificationService;
  pushes: PushStore;
  scheduler: SchedulerService;
  signals: SignalsService;
  sweeps: SweepStore;
  versions: VersionStore;
}

/** So that a sweep over many APIs leaves room for others. */
const CONTINUE_MS = 10_000;

/** Schedules what one replica does for all. */
export async function scheduleTasks(
  options: ScheduleTasksOptions,
): Promise<void> {
  const { config, metrics, pushes, scheduler } = options;
  const collect = new CollectVersionsTask({
    ...options,
    ...config,
    metrics: new HistoryMetrics(metrics),
    recorder: new VersionRecorder({
      ...options,
      ...config,
      commits: new CommitFinder(pushes),
    }),
  });
  const notifier = new ConsumerNotifier(options);
  const removeOld = new RemoveOldHistoryTask({ ...options, ...config });
  const collecting = await scheduleWakeable({
    ...options,
    id: 'collect-api-versions',
    frequency: config.frequency,
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
    async fn(signal) {
      const isOver = await collect.run(signal);
      if (config.hasNotifications) {
        await notifier.run();
      }
      return isOver ? undefined : CONTINUE_MS;
    },
  });
  await onEntitiesChanged({
    ...options,
    id: 'api-history-entities',
    kinds: ['api'],
    handle: async () => collecting.wake(),
  });
  await scheduler.scheduleTask({
    id: 'remove-old-api-history',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    scope: 'global',
    fn: () => removeOld.run(),
  });
}
