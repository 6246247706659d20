import { scheduleWakeable } from '@atrium/backend-common';
import { ALL_COST_REF } from '@atrium/plugin-cost-common';
import type { CostEnvironment } from '../CostEnvironment';
import type { AllocationChanges, AllocationParts } from './AllocationChanges';
import { PoolSplits } from './pools/PoolSplits';
import { RequestCounts } from './pools/RequestCounts';
import { mirrorProvisioned } from './targets/mirrorProvisioned';

interface ScheduleAllocationOptions extends AllocationParts {
  changes: AllocationChanges;
  environment: CostEnvironment;
  /** Told when other sums are in force. */
  onSumsChanged(): void;
}

/** What has allocation follow at once. */
export interface AllocationAlarms {
  /** Other entities are in the catalog, or they are somebody else's. */
  onEntitiesChanged(): void;
  /** Files of rules were read. */
  onRulesRead(): void;
}

/** Schedules what allocation does, once across all replicas. */
export async function scheduleAllocation(
  options: ScheduleAllocationOptions,
): Promise<AllocationAlarms> {
  const { changes, environment, generations, worlds } = options;
  const { logger, scheduler } = environment;
  const allocating = await scheduleWakeable({
    ...environment,
    id: 'cost-allocation',
    frequency: { minutes: 5 },
    initialDelay: { seconds: 10 },
    timeout: { hours: 2 },
    fn: () => allocateAnew(options),
  });
  // What is made has an entity, too.
  const mirroring = await scheduleWakeable({
    ...environment,
    id: 'cost-provisioned',
    frequency: { minutes: 5 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 5 },
    async fn() {
      if (await mirrorProvisioned({ ...environment, worlds })) {
        allocating.wake();
      }
    },
  });
  const splits = new PoolSplits({
    ...options,
    requests: new RequestCounts(environment),
  });
  await scheduleWakeable({
    ...environment,
    id: 'cost-splits',
    frequency: { minutes: 10 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 30 },
    fn: () => splits.follow(),
  });
  await scheduler.scheduleTask({
    id: 'cost-sums-retention',
    scope: 'global',
    frequency: { minutes: 10 },
    initialDelay: { minutes: 3 },
    timeout: { minutes: 30 },
    async fn() {
      await changes.removeUnused();
      const removedCount = await generations.removeRetired();
      if (removedCount > 0) {
        logger.info('Removed sums that others replaced', { removedCount });
      }
    },
  });
  return {
    onEntitiesChanged() {
      allocating.wake();
      mirroring.wake();
    },
    onRulesRead: () => allocating.wake(),
  };
}

async function allocateAnew({
  changes,
  environment: { signals },
  knex,
  onSumsChanged,
}: ScheduleAllocationOptions): Promise<void> {
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
    onSumsChanged();
  }
}
