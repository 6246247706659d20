import type { MessageSender, MessageStore } from '@atrium/backend-common';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AnomalyTask } from './anomalies/AnomalyTask';
import type { BudgetTask } from './budgets/BudgetTask';
import { SumsChange } from './SumsChange';

interface ScheduleWatchOptions {
  anomalyTask: AnomalyTask;
  budgetTask: BudgetTask;
  knex: Knex;
  messages: MessageStore;
  scheduler: SchedulerService;
  sender: MessageSender;
}

/** Longer than what anybody is told of is news. */
const MESSAGE_RETENTION_MS = 400 * 86_400_000;

const ANOMALIES_TASK = 'cost-anomalies';

/** The task that sends what was written down, which wakes it. */
export const MESSAGES_TASK = 'cost-messages';

/** Schedules what watches cost: once sums are the same for a minute, and daily. */
export async function scheduleWatch(
  options: ScheduleWatchOptions,
): Promise<void> {
  const { anomalyTask, budgetTask, knex, messages, scheduler, sender } =
    options;
  const anomalySums = new SumsChange(knex, ANOMALIES_TASK);
  await scheduler.scheduleTask({
    id: ANOMALIES_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 50 },
    timeout: { minutes: 20 },
    fn: signal => anomalySums.whenSettled(() => anomalyTask.run(signal)),
  });
  // A budget may be written anew at any time, so that this one goes by the clock.
  await scheduler.scheduleTask({
    id: 'cost-budgets',
    scope: 'global',
    frequency: { minutes: 5 },
    initialDelay: { seconds: 70 },
    timeout: { minutes: 10 },
    fn: () => budgetTask.run(),
  });
  await scheduler.scheduleTask({
    id: MESSAGES_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 20 },
    timeout: { minutes: 5 },
    fn: signal => sender.sendDue(signal),
  });
  await scheduler.scheduleTask({
    id: 'cost-message-retention',
    scope: 'global',
    frequency: { hours: 24 },
    initialDelay: { minutes: 7 },
    timeout: { minutes: 30 },
    async fn() {
      await messages.removeOlderThan(
        new Date(Date.now() - MESSAGE_RETENTION_MS),
      );
    },
  });
}
