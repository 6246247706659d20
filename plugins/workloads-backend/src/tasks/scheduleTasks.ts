import { ClaimConflictNotifier } from '@atrium/backend-common';
import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { ClaimIndex } from '../claims/ClaimIndex';
import { conflictMessages } from '../claims/conflictMessages';
import { findConflicts } from '../claims/findConflicts';
import type { WorkloadsConfig } from '../config/readWorkloadsConfig';
import type { ClaimStore } from '../database/ClaimStore';
import type { ClusterReader } from '../kubernetes/ClusterReader';

interface ScheduleTasksOptions {
  auth: AuthService;
  catalog: CatalogService;
  claims: ClaimStore;
  config: WorkloadsConfig;
  index: ClaimIndex;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  reader: ClusterReader;
  scheduler: SchedulerService;
}

/** Has one replica at a time notify the owners of claims that conflict. */
export async function scheduleTasks(
  options: ScheduleTasksOptions,
): Promise<void> {
  const notifier = new ClaimConflictNotifier({
    ...options,
    findConflicts: () => findConflicts(options),
    // A cluster that does not answer ends no conflict in it.
    forgetAfterMs: 30 * 24 * 60 * 60_000,
    messages: conflictMessages,
  });
  await options.scheduler.scheduleTask({
    id: 'workloads-claims',
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
    initialDelay: { minutes: 1 },
    scope: 'global',
    fn: async () => {
      await notifier.run();
      await options.claims.forget(new Date());
    },
  });
}
