import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { FindingsConfig } from '../config/readFindingsConfig';
import type { GoneEntityStore } from '../database/GoneEntityStore';
import type { SuppressionStore } from '../database/SuppressionStore';
import type { FindingChanges } from '../services/FindingChanges';
import { GoneEntitiesTask } from './GoneEntitiesTask';

/** What the tasks need. */
export interface FindingTasksOptions {
  auth: AuthService;
  catalog: CatalogService;
  changes: Pick<FindingChanges, 'announce'>;
  findingsConfig: Pick<FindingsConfig, 'retentionMs'>;
  goneEntities: GoneEntityStore;
  logger: LoggerService;
  scheduler: SchedulerService;
  suppressionStore: Pick<SuppressionStore, 'endExpired' | 'removeFixedBefore'>;
}

/** Has suppressions end, and old findings go, on one replica at a time. */
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
  const goneEntities = new GoneEntitiesTask(options);
  await scheduler.scheduleTask({
    id: 'scorecard-findings-gone-entities',
    frequency: { hours: 6 },
    timeout: { hours: 1 },
    initialDelay: { minutes: 15 },
    scope: 'global',
    fn: () => goneEntities.run(),
  });
}
