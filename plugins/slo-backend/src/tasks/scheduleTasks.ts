import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import type { SloConfig } from '../config/readSloConfig';

/** Work that is done once across all replicas. */
export interface SloTasks {
  collect(signal: AbortSignal): Promise<void>;
  evaluate(): Promise<void>;
  sendAlerts(signal: AbortSignal): Promise<void>;
  repeatAlerts(): Promise<void>;
  preparePartitions(): Promise<void>;
  deleteExpired(): Promise<void>;
}

/** The task that sends alerts, which is woken when some begin or end. */
export const ALERTS_TASK = 'slo-alerts';

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
  config: Pick<SloConfig, 'collect' | 'evaluation'>,
): Promise<void> {
  // A task of a replica that died is free again after some 15 seconds. One that
  // hangs is held until its timeout, and nobody is alerted meanwhile, so that is
  // as short as the work allows.
  const often = (
    frequency: HumanDuration,
    {
      initialDelay,
      timeout,
    }: Record<'initialDelay' | 'timeout', HumanDuration>,
  ) => ({ frequency, initialDelay, timeout, scope: 'global' as const });
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
      { seconds: 30 },
      { initialDelay: { seconds: 20 }, timeout: { minutes: 1 } },
    ),
    id: ALERTS_TASK,
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
