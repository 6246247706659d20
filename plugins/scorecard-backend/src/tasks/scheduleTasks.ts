import type { SchedulerService } from '@backstage/backend-plugin-api';

/** What is done by time, once across all replicas. */
export interface ScorecardTasks {
  collect(signal: AbortSignal): Promise<void>;
  evaluate(signal: AbortSignal): Promise<void>;
  forget(): Promise<void>;
}

/** The task that asks providers, which is woken when they are to be asked. */
export const FACTS_TASK = 'scorecard-facts';

/** The task that rates, which is woken when something is queued. */
export const EVALUATION_TASK = 'scorecard-evaluation';

/** Schedules what scorecard does by time. */
export async function scheduleTasks(
  scheduler: SchedulerService,
  tasks: ScorecardTasks,
): Promise<void> {
  await scheduler.scheduleTask({
    id: FACTS_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 15 },
    timeout: { minutes: 30 },
    fn: signal => tasks.collect(signal),
  });
  await scheduler.scheduleTask({
    id: EVALUATION_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 20 },
    timeout: { minutes: 10 },
    fn: signal => tasks.evaluate(signal),
  });
  await scheduler.scheduleTask({
    id: 'scorecard-retention',
    scope: 'global',
    frequency: { hours: 24 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    fn: () => tasks.forget(),
  });
}
