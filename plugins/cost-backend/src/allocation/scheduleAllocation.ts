import { ALL_COST_REF } from '@atrium/plugin-cost-common';
import type { CostEnvironment } from '../CostEnvironment';
import type { AllocationChanges } from './AllocationChanges';
import type { AllocationFiles } from './definitions/startAllocationFiles';
import type { GenerationStore } from './generations/GenerationStore';

interface ScheduleAllocationOptions
  extends Pick<CostEnvironment, 'knex' | 'logger' | 'scheduler' | 'signals'> {
  changes: AllocationChanges;
  files: AllocationFiles;
  generations: GenerationStore;
}

/** Schedules what allocation does by time, once across all replicas. */
export async function scheduleAllocation({
  changes,
  files,
  generations,
  knex,
  logger,
  scheduler,
  signals,
}: ScheduleAllocationOptions): Promise<void> {
  await scheduler.scheduleTask({
    id: 'cost-allocation-files',
    scope: 'global',
    frequency: { seconds: 10 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 3 },
    fn: signal => files.readAgain(signal),
  });
  await scheduler.scheduleTask({
    id: 'cost-allocation',
    scope: 'global',
    frequency: { seconds: 10 },
    initialDelay: { seconds: 10 },
    timeout: { hours: 2 },
    async fn() {
      // Before the first look at the catalog no rule would find its target.
      if (!(await knex('entities').first('entity_ref'))) {
        return;
      }
      const isRecalculated = await changes.recalculate();
      const hasMoved = await changes.followCatalog();
      if (isRecalculated) {
        signals.publish([ALL_COST_REF], ['allocation']);
      }
      if (isRecalculated || hasMoved) {
        signals.publish([ALL_COST_REF], ['charges']);
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'cost-sums-retention',
    scope: 'global',
    frequency: { minutes: 10 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 30 },
    async fn() {
      await changes.removeUnused();
      const removedCount = await generations.removeRetired();
      if (removedCount > 0) {
        logger.info('Removed sums that others replaced', { removedCount });
      }
    },
  });
}
