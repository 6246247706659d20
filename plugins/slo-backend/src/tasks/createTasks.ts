import {
  EntityFileReader,
  type EntityOrigins,
  type ScheduleFileReadsOptions,
  SignalPublisher,
  TaskAlarm,
} from '@atrium/backend-common';
import {
  type OpenSloDocument,
  SLO_SIGNAL_CHANNEL,
  type SloSubject,
} from '@atrium/plugin-slo-common';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import type { SloConfig } from '../config/readSloConfig';
import { ensureCountPartitions } from '../database/countTables';
import type { SloStores } from '../database/createStores';
import { deleteExpired } from '../database/deleteExpired';
import { AlertSender } from '../services/alerts/AlertSender';
import { recipientsOf } from '../services/alerts/recipientsOf';
import type { SourceRegistry } from '../services/collect/SourceRegistry';
import { findDefinitions } from '../services/definitions/findDefinitions';
import { EvaluationSignals } from '../services/EvaluationSignals';
import type { SloMetrics } from '../services/SloMetrics';
import { CollectTask } from './CollectTask';
import { DefinitionsTask } from './DefinitionsTask';
import { EvaluateTask } from './EvaluateTask';
import { ALERTS_TASK, type SloTasks } from './scheduleTasks';

interface CreateTasksOptions {
  auth: AuthService;
  /** Where people open the portal; empty when that is not configured. */
  baseUrl: string;
  catalog: CatalogService;
  config: SloConfig;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  meter: SloMetrics;
  notifications: NotificationService;
  origins: EntityOrigins;
  registry: SourceRegistry;
  scheduler: SchedulerService;
  sharedDocuments: OpenSloDocument[];
  signals: SignalsService;
  stores: SloStores;
  urlReader: UrlReaderService;
}

/** Creates the work that slo does in the background. */
export function createTasks(options: CreateTasksOptions): SloTasks & {
  readDefinitions: ScheduleFileReadsOptions['fn'];
} {
  const { config, knex, registry, stores } = options;
  const { alerts, retention } = config;
  const signals = new SignalPublisher<SloSubject>({
    ...options,
    channel: SLO_SIGNAL_CHANNEL,
  });
  const sending = new TaskAlarm({ ...options, id: ALERTS_TASK });
  const evaluationSignals = new EvaluationSignals(signals);
  const evaluate = new EvaluateTask({
    ...options,
    store: stores.evaluations,
    settings: { ...config.evaluation, ...alerts },
    recipientsOf: change => recipientsOf(change, alerts),
    onAlerts: () => sending.wake(),
    onEvaluated: all => evaluationSignals.publish(all),
  });
  const readDefinitions = new DefinitionsTask({
    ...options,
    ...config.definitions,
    find: () => findDefinitions(options),
    reader: new EntityFileReader({
      reader: options.urlReader,
      maxFileBytes: config.definitions.maxFileBytes,
    }),
    store: stores.definitions,
    sources: registry.queried,
    // Who has just written an SLO waits for how it stands.
    onChanged: async refs => {
      signals.publish(refs, ['definition']);
      await evaluate.run();
    },
  });
  const collect = new CollectTask({
    ...options,
    ...config.collect,
    keptMs: retention.minutesMs,
    store: stores.collected,
    sources: registry.all,
  });
  const sender = new AlertSender({
    ...options,
    store: stores.alertDeliveries,
    targets: alerts.targets,
  });
  return {
    readDefinitions: signal => readDefinitions.run(signal),
    collect: signal => collect.run(signal),
    evaluate: () => evaluate.run(),
    // What could not be sent, or was taken by who is gone, waits for no clock.
    async sendAlerts(signal) {
      const againInMs = await sender.sendDue(signal);
      if (againInMs !== undefined) {
        sending.setAgain(againInMs);
      }
    },
    repeatAlerts: () => sender.repeatFiring(),
    preparePartitions: () => ensureCountPartitions(knex, retention),
    deleteExpired: () => deleteExpired(knex, retention),
  };
}
