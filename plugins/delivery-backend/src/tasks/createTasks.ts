import {
  ClaimConflictNotifier,
  type SignalPublisher,
  type TaskAlarm,
} from '@atrium/backend-common';
import type { DeliverySubject } from '@atrium/plugin-delivery-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { DeliveryConfig } from '../config/readDeliveryConfig';
import type { ComponentStore } from '../database/ComponentStore';
import { deleteExpired } from '../database/deleteExpired';
import type { DoraStore } from '../database/DoraStore';
import { MainBranchStore } from '../database/MainBranchStore';
import { ensureEventPartitions } from '../database/migrateDatabase';
import { conflictMessages } from '../services/catalog/conflictMessages';
import type { EntityResolver } from '../services/catalog/EntityResolver';
import type { IngestService } from '../services/ingest/IngestService';
import { MainBranchNotifier } from '../services/MainBranchNotifier';
import { DoraRollupTask } from './DoraRollupTask';
import type { DeliveryTasks } from './scheduleTasks';

interface CreateTasksOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  knex: Knex;
  deliveryConfig: DeliveryConfig;
  signals: SignalPublisher<DeliverySubject>;
  resolver: EntityResolver;
  ingest: IngestService;
  components: ComponentStore;
  doraStore: DoraStore;
  /** Has new events counted soon. */
  rollupAlarm: Pick<TaskAlarm, 'wake'>;
}

/** The tasks of delivery, which {@link scheduleTasks} runs. */
export function createTasks(options: CreateTasksOptions): DeliveryTasks {
  const { knex, deliveryConfig, resolver, ingest, components } = options;
  const { retention } = deliveryConfig;
  const rollup = new DoraRollupTask({
    store: options.doraStore,
    config: deliveryConfig.dora,
    historyMs: retention.historyMs,
    signals: options.signals,
    pendingGauge: options.metrics.createGauge('delivery.rollup.pending', {
      description: 'Entities whose newest events no metric counts yet',
    }),
  });
  const mainBranchNotifier = new MainBranchNotifier({
    ...options,
    store: new MainBranchStore({ ...deliveryConfig, knex }),
  });
  const conflictNotifier = new ClaimConflictNotifier({
    ...options,
    findConflicts: () => resolver.findConflicts(),
    forgetAfterMs: 24 * 60 * 60_000,
    messages: conflictMessages,
  });
  return {
    preparePartitions: () => ensureEventPartitions(knex),
    deleteExpired: async () => {
      await deleteExpired(knex, retention);
      await components.refreshStandings();
    },
    async rollUp(signal) {
      if ((await rollup.run(signal)) > 0) {
        options.rollupAlarm.wake();
      }
    },
    resolveUnmatched: async () => {
      await ingest.resolveUnmatched();
      const { lifecycles } = await resolver.getIndex();
      await components.sync(lifecycles);
    },
    notifyOfConflicts: () => conflictNotifier.run(),
    notifyOfMainBranches: async () => {
      if (deliveryConfig.notifiesOfMainBranch) {
        await mainBranchNotifier.run();
      }
    },
  };
}
