import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { EntityMirror } from '../entities/EntityMirror';
import type { Refresher } from '../services/Refresher';

/** What is done by time, once across all replicas. */
export interface EntitySummaryTasks {
  mirror: Pick<EntityMirror, 'keepUp'>;
  refresher: Pick<Refresher, 'run'>;
}

/** The task that reads which entities there are. */
export const ENTITIES_TASK = 'entity-summary-entities';

/** The task that asks the plugins for what nobody told of. */
export const HEALTH_TASK = 'entity-summary-health';

/** Schedules what is done by time. */
export async function scheduleTasks(
  scheduler: SchedulerService,
  { mirror, refresher }: EntitySummaryTasks,
): Promise<void> {
  await scheduler.scheduleTask({
    id: ENTITIES_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    // With those of other plugins that read all entities.
    initialDelay: { seconds: 5 },
    timeout: { minutes: 10 },
    fn: signal => mirror.keepUp(signal),
  });
  await scheduler.scheduleTask({
    id: HEALTH_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 30 },
    fn: signal => refresher.run(signal),
  });
}
