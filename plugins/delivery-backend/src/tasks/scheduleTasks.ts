import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

/** Work that is done once across all replicas. */
export interface DeliveryTasks {
  /** Makes room for the events of the coming months. */
  preparePartitions(): Promise<void>;
  /** Deletes what is older than it is to be kept. */
  deleteExpired(): Promise<void>;
  /** Counts new events into the daily figures. */
  rollUp(signal: AbortSignal): Promise<void>;
  /** Looks again for the entities of what belongs to nobody. */
  resolveUnmatched(): Promise<void>;
  /** Notifies the owners of both sides when one claims the repository of the other. */
  notifyOfConflicts(): Promise<void>;
  /** Notifies owners when their main branch turns red, and green again. */
  notifyOfMainBranches(): Promise<void>;
}

/** The task that counts new events, which is woken when some came in. */
export const ROLLUP_TASK = 'delivery-rollup';

const DAILY: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 24 },
  timeout: { minutes: 30 },
  initialDelay: { minutes: 1 },
  scope: 'global',
};

/** Schedules the work of delivery. */
export async function scheduleTasks(
  scheduler: SchedulerService,
  tasks: DeliveryTasks,
): Promise<void> {
  await scheduler.scheduleTask({
    ...DAILY,
    id: 'delivery-partitions',
    fn: () => tasks.preparePartitions(),
  });
  await scheduler.scheduleTask({
    ...DAILY,
    id: 'delivery-retention',
    fn: () => tasks.deleteExpired(),
  });
  await scheduler.scheduleTask({
    id: ROLLUP_TASK,
    // For what a replica took in that did not live to wake it.
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 5 },
    scope: 'global',
    fn: signal => tasks.rollUp(signal),
  });
  await scheduler.scheduleTask({
    id: 'delivery-resolve',
    frequency: { seconds: 60 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 20 },
    scope: 'global',
    fn: () => tasks.resolveUnmatched(),
  });
  await scheduler.scheduleTask({
    id: 'delivery-claims',
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
    initialDelay: { minutes: 1 },
    scope: 'global',
    fn: () => tasks.notifyOfConflicts(),
  });
  await scheduler.scheduleTask({
    id: 'delivery-main-branches',
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 30 },
    scope: 'global',
    fn: () => tasks.notifyOfMainBranches(),
  });
}
