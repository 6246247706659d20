import type { SchedulerService } from '@backstage/backend-plugin-api';
import { type createPeople, MESSAGES_TASK } from './createPeople';

/** Longer than any initiative, so that nobody is told the same twice. */
const MESSAGE_RETENTION_MS = 800 * 86_400_000;

/** Schedules what people agreed on and hear of. */
export async function schedulePeopleTasks(
  scheduler: SchedulerService,
  tasks: ReturnType<typeof createPeople>['peopleTasks'],
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'scorecard-exemptions',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 20 },
    timeout: { minutes: 5 },
    fn: () => tasks.exemptions.run(),
  });
  await scheduler.scheduleTask({
    id: 'scorecard-initiatives',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 45 },
    timeout: { minutes: 10 },
    fn: signal => tasks.initiatives.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'scorecard-level-drops',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 50 },
    timeout: { minutes: 5 },
    fn: () => tasks.drops.run(),
  });
  await scheduler.scheduleTask({
    id: MESSAGES_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 15 },
    timeout: { minutes: 5 },
    fn: signal => tasks.sender.sendDue(signal),
  });
  await scheduler.scheduleTask({
    id: 'scorecard-message-retention',
    scope: 'global',
    frequency: { hours: 24 },
    initialDelay: { minutes: 6 },
    timeout: { minutes: 30 },
    fn: async () => {
      const before = new Date(Date.now() - MESSAGE_RETENTION_MS);
      await tasks.messages.removeOlderThan(before);
      await tasks.dropStore.forget();
    },
  });
}
