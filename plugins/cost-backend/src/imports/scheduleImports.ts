import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { addDays, toDay } from '../calendar/days';
import type { ImportConfig } from '../config/readImportConfig';
import type { ChargeStore } from './database/ChargeStore';
import type { ImportStore } from './database/ImportStore';
import type { OpenCostDayStore } from './database/OpenCostDayStore';
import type { SourceStore } from './database/SourceStore';
import type { ImportRunner } from './ImportRunner';
import { SourcesTask } from './sources/SourcesTask';

interface ScheduleImportsOptions {
  charges: ChargeStore;
  imports: ImportStore;
  openCostDays: OpenCostDayStore;
  sources: SourceStore;
  config: ImportConfig;
  logger: LoggerService;
  runner: ImportRunner;
  scheduler: SchedulerService;
}

/** A replica says every ten seconds what it works on. */
const ABANDONED_MS = 2 * 60_000;

/** The month that was 31 days ago, which is as far as can be looked back, and some more. */
const KEEP_OPENCOST_DAYS = 70;

/** Schedules what is done about imports by time. */
export async function scheduleImports(
  options: ScheduleImportsOptions,
): Promise<void> {
  const { charges, config, logger, openCostDays, runner, scheduler } = options;
  const task = new SourcesTask(options);
  await scheduler.scheduleTask({
    id: 'cost-sources',
    scope: 'global',
    frequency: { milliseconds: config.frequencyMs },
    initialDelay: { seconds: 20 },
    timeout: { hours: 6 },
    fn: signal => task.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'cost-imports-abandoned',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 5 },
    async fn() {
      const before = new Date(Date.now() - ABANDONED_MS);
      const failedCount = await runner.failAbandoned(before);
      if (failedCount > 0) {
        logger.info('Ended imports of replicas that are gone', { failedCount });
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'cost-imports-retention',
    scope: 'global',
    frequency: { hours: 1 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    async fn() {
      const before = new Date(Date.now() - config.keepReplacedMs);
      await openCostDays.deleteBefore(
        addDays(toDay(Date.now()), -KEEP_OPENCOST_DAYS),
      );
      const replaced = await charges.listReplaced(before);
      for (const importId of replaced) {
        await charges.drop(importId);
      }
      if (replaced.length > 0) {
        logger.info('Removed rows of bills that others replaced', {
          importCount: replaced.length,
        });
      }
    },
  });
}
