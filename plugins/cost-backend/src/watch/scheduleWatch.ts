import {
  type MessageSender,
  type MessageStore,
  scheduleWakeable,
} from '@atrium/backend-common';
import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AnomalyTask } from './anomalies/AnomalyTask';
import type { BudgetTask } from './budgets/BudgetTask';
import { SumsChange } from './SumsChange';

interface ScheduleWatchOptions {
  anomalyTask: AnomalyTask;
  budgetTask: BudgetTask;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  messages: MessageStore;
  scheduler: SchedulerService;
  sender: MessageSender;
}

/** Longer than what anybody is told of is news. */
const MESSAGE_RETENTION_MS = 400 * 86_400_000;

const ANOMALIES_TASK = 'cost-anomalies';
const BUDGETS_TASK = 'cost-budgets';

/** When sums that changed are looked at again, to see whether they still do. */
const SETTLE_MS = 60_000;

/** What has cost be looked at before its time by the clock. */
export interface WatchAlarms {
  /** Other sums are in force. */
  onSumsChanged(): void;
  /** Some budget may be another one. */
  onEntitiesChanged(): void;
}

/** The task that sends what was written down, which wakes it. */
export const MESSAGES_TASK = 'cost-messages';

/**
 * Schedules what watches cost: once sums and budgets are the same for a minute, and
 * daily.
 */
export async function scheduleWatch(
  options: ScheduleWatchOptions,
): Promise<WatchAlarms> {
  const { anomalyTask, budgetTask, knex, messages, scheduler, sender } =
    options;
  const anomalySums = new SumsChange(knex, ANOMALIES_TASK);
  const anomalies = await scheduleWakeable({
    ...options,
    id: ANOMALIES_TASK,
    frequency: { minutes: 15 },
    initialDelay: { seconds: 50 },
    timeout: { minutes: 20 },
    fn: signal =>
      againUnless(anomalySums.whenSettled(() => anomalyTask.run(signal))),
  });
  const budgetSums = new SumsChange(knex, BUDGETS_TASK);
  const budgets = await scheduleWakeable({
    ...options,
    id: BUDGETS_TASK,
    frequency: { minutes: 15 },
    initialDelay: { seconds: 70 },
    timeout: { minutes: 10 },
    async fn() {
      const work = async () => {
        await budgetTask.run();
        return true;
      };
      const basis = await budgetTask.findBasis();
      return againUnless(budgetSums.whenSettled(work, basis));
    },
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
  return {
    onSumsChanged() {
      anomalies.wake();
      budgets.wake();
    },
    onEntitiesChanged: () => budgets.wake(),
  };
}

/** What has not settled is looked at again. */
async function againUnless(
  isSettled: Promise<boolean>,
): Promise<number | undefined> {
  return (await isSettled) ? undefined : SETTLE_MS;
}
