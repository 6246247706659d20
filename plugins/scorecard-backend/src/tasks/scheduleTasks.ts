import type { SchedulerService } from '@backstage/backend-plugin-api';

/** What is done by time, once across all replicas. */
export interface ScorecardTasks {
  readDefinitions(signal: AbortSignal): Promise<void>;
  collect(signal: AbortSignal): Promise<void>;
  evaluate(signal: AbortSignal): Promise<void>;
  forget(): Promise<void>;
}

/** Schedules what scorecard does by time. */
export async function scheduleTasks(
  scheduler: SchedulerService,
  tasks: ScorecardTasks,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'scorecard-definitions',
    scope: 'global',
    frequency: { seconds: 10 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 3 },
    fn: signal => tasks.readDefinitions(signal),
  });
  await scheduler.scheduleTask({
    id: 'scorecard-facts',
    scope: 'global',
    frequency: { seconds: 10 },
    initialDelay: { seconds: 15 },
    timeout: { minutes: 30 },
    fn: signal => tasks.collect(signal),
  });
  await scheduler.scheduleTask({
    id: 'scorecard-evaluation',
    scope: 'global',
    frequency: { seconds: 5 },
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
