import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { ApiHistoryConfig } from '../readApiHistoryConfig';
import type { ConsumerNotifier } from '../services/ConsumerNotifier';
import type { CollectVersionsTask } from './CollectVersionsTask';
import type { RemoveOldHistoryTask } from './RemoveOldHistoryTask';

/** What {@link scheduleTasks} schedules. */
export interface ScheduleTasksOptions {
  collect: CollectVersionsTask;
  config: ApiHistoryConfig;
  notifier: ConsumerNotifier;
  removeOld: RemoveOldHistoryTask;
  scheduler: SchedulerService;
}

/** Schedules what one replica does for all. */
export async function scheduleTasks(
  options: ScheduleTasksOptions,
): Promise<void> {
  const { collect, config, notifier, removeOld, scheduler } = options;
  await scheduler.scheduleTask({
    id: 'collect-api-versions',
    frequency: config.frequency,
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
    scope: 'global',
    fn: async signal => {
      await collect.run(signal);
      if (config.hasNotifications) {
        await notifier.run();
      }
    },
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
