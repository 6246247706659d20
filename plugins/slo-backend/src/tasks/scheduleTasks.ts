import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import type { SloConfig } from '../config/readSloConfig';

/** Work that is done once across all replicas. */
export interface SloTasks {
  readDefinitions(signal: AbortSignal): Promise<void>;
  collect(signal: AbortSignal): Promise<void>;
  evaluate(): Promise<void>;
  sendAlerts(signal: AbortSignal): Promise<void>;
  repeatAlerts(): Promise<void>;
  preparePartitions(): Promise<void>;
  deleteExpired(): Promise<void>;
}

const DAILY: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 24 },
  timeout: { minutes: 30 },
  initialDelay: { minutes: 1 },
  scope: 'global',
};

/** Schedules the work of slo. */
export async function scheduleTasks(
  scheduler: SchedulerService,
  tasks: SloTasks,
  config: Pick<SloConfig, 'definitions' | 'collect' | 'evaluation'>,
): Promise<void> {
  // A replica that dies holds its task until the timeout, so it is as short as
  // the work allows: nobody would be alerted meanwhile.
  const often = (
    frequency: HumanDuration,
    {
      initialDelay,
      timeout,
    }: Record<'initialDelay' | 'timeout', HumanDuration>,
  ) => ({ frequency, initialDelay, timeout, scope: 'global' as const });
  await scheduler.scheduleTask({
    ...often(config.definitions.frequency, {
      initialDelay: { seconds: 5 },
      timeout: { minutes: 3 },
    }),
    id: 'slo-definitions',
    fn: signal => tasks.readDefinitions(signal),
  });
  await scheduler.scheduleTask({
    ...often(config.collect.frequency, {
      initialDelay: { seconds: 10 },
      timeout: { minutes: 3 },
    }),
    id: 'slo-collect',
    fn: signal => tasks.collect(signal),
  });
  await scheduler.scheduleTask({
    ...often(config.evaluation.frequency, {
      initialDelay: { seconds: 15 },
      timeout: { minutes: 1 },
    }),
    id: 'slo-evaluation',
    fn: () => tasks.evaluate(),
  });
  await scheduler.scheduleTask({
    ...often(
      { seconds: 10 },
      { initialDelay: { seconds: 20 }, timeout: { minutes: 1 } },
    ),
    id: 'slo-alerts',
    fn: signal => tasks.sendAlerts(signal),
  });
  await scheduler.scheduleTask({
    ...often(
      { minutes: 2 },
      { initialDelay: { minutes: 1 }, timeout: { minutes: 1 } },
    ),
    id: 'slo-firing-alerts',
    fn: () => tasks.repeatAlerts(),
  });
  await scheduler.scheduleTask({
    ...DAILY,
    id: 'slo-partitions',
    fn: () => tasks.preparePartitions(),
  });
  await scheduler.scheduleTask({
    ...DAILY,
    id: 'slo-retention',
    fn: () => tasks.deleteExpired(),
  });
}
