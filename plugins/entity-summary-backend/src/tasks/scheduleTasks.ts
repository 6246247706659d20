import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { EntityMirror } from '../entities/EntityMirror';

/** What is done by time, once across all replicas. */
export interface EntitySummaryTasks {
  mirror: Pick<EntityMirror, 'readAll'>;
}

/** The task that reads which entities there are. */
export const ENTITIES_TASK = 'entity-summary-entities';

/** Schedules what is done by time. */
export async function scheduleTasks(
  scheduler: SchedulerService,
  { mirror }: EntitySummaryTasks,
): Promise<void> {
  await scheduler.scheduleTask({
    id: ENTITIES_TASK,
    scope: 'global',
    frequency: { minutes: 10 },
    initialDelay: { seconds: 3 },
    timeout: { minutes: 10 },
    fn: signal => mirror.readAll(signal),
  });
}
