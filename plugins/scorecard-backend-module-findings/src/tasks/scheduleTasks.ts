import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { FindingsConfig } from '../config/readFindingsConfig';
import type { SuppressionStore } from '../database/SuppressionStore';
import type { FindingChanges } from '../services/FindingChanges';

/** What the tasks need. */
export interface FindingTasksOptions {
  changes: Pick<FindingChanges, 'announce'>;
  findingsConfig: Pick<FindingsConfig, 'retentionMs'>;
  logger: LoggerService;
  scheduler: SchedulerService;
  suppressionStore: Pick<SuppressionStore, 'endExpired' | 'removeFixedBefore'>;
}

/** Has suppressions end, and fixed findings go, on one replica at a time. */
export async function scheduleTasks(
  options: FindingTasksOptions,
): Promise<void> {
  const { changes, findingsConfig, logger, scheduler, suppressionStore } =
    options;
  await scheduler.scheduleTask({
    id: 'scorecard-findings-suppressions',
    frequency: { minutes: 10 },
    timeout: { minutes: 5 },
    scope: 'global',
    async fn() {
      const entityRefs = await suppressionStore.endExpired();
      if (entityRefs.length > 0) {
        changes.announce(entityRefs);
        logger.info('Suppressions of findings ended', {
          entityCount: entityRefs.length,
        });
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'scorecard-findings-retention',
    frequency: { hours: 24 },
    timeout: { hours: 1 },
    initialDelay: { minutes: 10 },
    scope: 'global',
    async fn() {
      const before = new Date(Date.now() - findingsConfig.retentionMs);
      const removedCount = await suppressionStore.removeFixedBefore(before);
      logger.info('Removed old fixed findings', { removedCount });
    },
  });
}
