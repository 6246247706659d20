import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ProblemStore } from '../database/ProblemStore';
import type { HealthSweep } from './HealthSweep';

interface ScheduleTasksOptions {
  logger: LoggerService;
  problems: ProblemStore;
  retentionMs: number;
  scheduler: SchedulerService;
  sweep: HealthSweep;
}

/** Has one replica at a time look at the catalog, and forget what is old. */
export async function scheduleTasks(
  options: ScheduleTasksOptions,
): Promise<void> {
  const { logger, problems, retentionMs, scheduler, sweep } = options;
  await scheduler.scheduleTask({
    id: 'catalog-health-sweep',
    frequency: { seconds: 10 },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 10 },
    fn: () => sweep.run(),
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
}
