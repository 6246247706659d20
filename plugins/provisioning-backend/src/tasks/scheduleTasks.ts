import type { MessageSender, MessageStore } from '@atrium/backend-common';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { ProvisioningRetention } from '../database/deleteExpired';
import { deleteExpired } from '../database/deleteExpired';
import type { IssuedSecrets } from '../services/secrets/IssuedSecrets';
import type { DriftTask } from './DriftTask';
import type { LeaseTask } from './LeaseTask';
import type { LeftoversTask } from './LeftoversTask';

/** Longer than what anybody is told of is news. */
const MESSAGE_RETENTION_MS = 400 * 86_400_000;

/** The task that sends what was written down, which wakes it. */
export const MESSAGES_TASK = 'provisioning-messages';

/** What is done by time, once across all replicas. */
export interface ProvisioningTasks {
  drift: DriftTask;
  leases: LeaseTask;
  leftovers: LeftoversTask;
  leftoversFrequencyMs: number;
  messages: Pick<MessageStore, 'removeOlderThan'>;
  sender: Pick<MessageSender, 'sendDue'>;
  secrets: IssuedSecrets;
  knex: Knex;
  retention: ProvisioningRetention;
}

/** Schedules what provisioning does by time. */
export async function scheduleTasks(
  scheduler: SchedulerService,
  tasks: ProvisioningTasks,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'provisioning-leases',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 5 },
    fn: () => tasks.leases.run(),
  });
  await scheduler.scheduleTask({
    id: MESSAGES_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 35 },
    timeout: { minutes: 5 },
    fn: signal => tasks.sender.sendDue(signal),
  });
  await scheduler.scheduleTask({
    id: 'provisioning-drift',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 40 },
    timeout: { minutes: 10 },
    fn: signal => tasks.drift.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'provisioning-leftovers',
    scope: 'global',
    frequency: { milliseconds: tasks.leftoversFrequencyMs },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 20 },
    fn: signal => tasks.leftovers.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'provisioning-keys',
    scope: 'global',
    frequency: { hours: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 10 },
    async fn(signal) {
      await tasks.secrets.reencrypt({ signal });
    },
  });
  await scheduler.scheduleTask({
    id: 'provisioning-retention',
    scope: 'global',
    frequency: { hours: 24 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    async fn() {
      await deleteExpired(tasks.knex, tasks.retention);
      await tasks.messages.removeOlderThan(
        new Date(Date.now() - MESSAGE_RETENTION_MS),
      );
    },
  });
}
