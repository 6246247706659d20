import {
  onEntitiesChanged,
  scheduleWakeable,
  type TaskAlarm,
} from '@atrium/backend-common';
import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { ProblemStore } from '../database/ProblemStore';
import type { HealthSweep } from './HealthSweep';

interface ScheduleTasksOptions {
  events: EventsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  problems: ProblemStore;
  retentionMs: number;
  scheduler: SchedulerService;
  sweep: HealthSweep;
}

/** What the catalog publishes errors as; its constant is in its backend package. */
const ERRORS_TOPIC = 'experimental.catalog.errors';

/**
 * Has one replica at a time look at the catalog, and forget what is old.
 *
 * @returns has it look within seconds
 */
export async function scheduleTasks(
  options: ScheduleTasksOptions,
): Promise<TaskAlarm> {
  const { events, logger, problems, retentionMs, scheduler, sweep } = options;
  const alarm = await scheduleWakeable({
    ...options,
    id: 'catalog-health-sweep',
    frequency: { minutes: 1 },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 10 },
    fn: signal => sweep.run(signal),
  });
  await onEntitiesChanged({
    ...options,
    id: 'catalog-health-entities',
    handle: async () => alarm.wake(),
  });
  await events.subscribe({
    id: 'catalog-health-errors',
    topics: [ERRORS_TOPIC],
    // The catalog keeps the errors a moment after it told of them.
    onEvent: async () => alarm.set(2_000),
  });
  await scheduler.scheduleTask({
    id: 'catalog-health-retention',
    frequency: { days: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    async fn() {
      const oldest = new Date(Date.now() - retentionMs);
      const removedCount = await problems.deleteResolvedBefore(oldest);
      logger.info('Removed problems that were resolved long ago', {
        removedCount,
      });
    },
  });
  return alarm;
}
