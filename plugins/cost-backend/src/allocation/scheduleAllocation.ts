import { scheduleWakeable } from '@atrium/backend-common';
import { ALL_COST_REF } from '@atrium/plugin-cost-common';
import type { CostEnvironment } from '../CostEnvironment';
import {
  addDays,
  addMonths,
  firstDayOf,
  monthOf,
  toDay,
} from '../calendar/days';
import type { AllocationChanges, AllocationParts } from './AllocationChanges';
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
  await scheduleWakeable({
    ...environment,
    id: 'cost-splits',
    frequency: { minutes: 10 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 30 },
    fn: () => splitAnew(options),
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

/** What a split goes by changes all the time, but by little. */
const SPLIT_MS = 3_600_000;

/** Until then the SLOs that are read first would carry what all of them share. */
const MORE_REQUESTS_MS = 60_000;

/**
 * Splits pools of this month and the last by what their weights are now: every hour,
 * and as soon as requests of the past are known that were not.
 *
 * @returns after how many milliseconds to look again, while SLOs are being read
 */
async function splitAnew({
  allocations,
  changes,
  environment,
  generations,
  onSumsChanged,
}: ScheduleAllocationOptions): Promise<number | void> {
  const pools = (await allocations.findNewest())?.definition.spec.pools ?? [];
  const splits = pools.flatMap(({ split }) => split ?? []);
  if (splits.length === 0) {
    return undefined;
  }
  const today = toDay(Date.now());
  const months = [-1, 0].map(count =>
    firstDayOf(addMonths(monthOf(today), count)),
  );
  const requests = splits.some(({ by }) => by === 'requests')
    ? await new RequestCounts(environment).read({
        from: months[0],
        to: addDays(today, 1),
      })
    : undefined;
  const splitAt = await generations.findOldestSplit(months);
  const isRecent = splitAt && splitAt > new Date(Date.now() - SPLIT_MS);
  if (requests?.hasOthers || !isRecent) {
    await changes.splitAgain(months);
    onSumsChanged();
  }
  return requests?.hasMore ? MORE_REQUESTS_MS : undefined;
}
