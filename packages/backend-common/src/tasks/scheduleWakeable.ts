import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { TaskAlarm, type TaskAlarmOptions } from './TaskAlarm';

/** A task that has something to do only when something happened. */
export interface WakeableTaskOptions extends TaskAlarmOptions {
  /** How late it is at most what nobody told of. */
  frequency: SchedulerServiceTaskScheduleDefinition['frequency'];
  initialDelay?: SchedulerServiceTaskScheduleDefinition['initialDelay'];
  timeout: SchedulerServiceTaskScheduleDefinition['timeout'];
  scheduler: Pick<SchedulerService, 'scheduleTask' | 'triggerTask'>;
  /** @returns after how many milliseconds it is to run again, if it knows */
  fn(signal: AbortSignal): Promise<number | void>;
}

/**
 * Schedules a task that runs when it is woken, once across all replicas, and
 * seldom by the clock: for what happened while nobody listened.
 */
export async function scheduleWakeable(
  options: WakeableTaskOptions,
): Promise<TaskAlarm> {
  const { fn, frequency, id, initialDelay, timeout } = options;
  const alarm = new TaskAlarm(options);
  await options.scheduler.scheduleTask({
    id,
    frequency,
    initialDelay,
    timeout,
    scope: 'global',
    async fn(signal) {
      const againInMs = await fn(signal);
      if (againInMs !== undefined) {
        alarm.setAgain(againInMs);
      }
    },
  });
  return alarm;
}
