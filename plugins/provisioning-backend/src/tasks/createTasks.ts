import { MessageSender, MessageStore, TaskAlarm } from '@atrium/backend-common';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { EngineConfig } from '../config/readEngineConfig';
import type { ProvisioningStores } from '../database/createStores';
import type { createEngine } from '../engine/createEngine';
import { DefinitionRegistry } from '../services/definitions/DefinitionRegistry';
import type { DriverRegistry } from '../services/DriverRegistry';
import { ExistingEntities } from '../services/ExistingEntities';
import { DriftTask } from './DriftTask';
import { LeaseTask } from './LeaseTask';
import { LeftoversTask } from './LeftoversTask';
import { MESSAGES_TASK, type ProvisioningTasks } from './scheduleTasks';

interface CreateTasksOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: EngineConfig;
  drivers: DriverRegistry;
  engine: ReturnType<typeof createEngine>;
  installationId: string;
  knex: Knex;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  scheduler: Pick<SchedulerService, 'triggerTask'>;
  stores: ProvisioningStores;
}

/** Creates what provisioning does by time. */
export function createTasks(options: CreateTasksOptions): ProvisioningTasks {
  const { config, engine, knex, stores } = options;
  const sending = new TaskAlarm({ ...options, id: MESSAGES_TASK });
  const messages = new MessageStore(knex, { onAdded: () => sending.wake() });
  const counter = options.metrics.createCounter('provisioning.messages', {
    description: 'Notifications about leases that were sent, or failed',
    unit: '{message}',
  });
  return {
    drift: new DriftTask({ ...options, ...engine, ...config.drift }),
    leases: new LeaseTask({ ...options, ...engine, messages }),
    leftovers: new LeftoversTask({
      ...options,
      definitions: new DefinitionRegistry(stores.definitions),
      existing: new ExistingEntities(options),
    }),
    leftoversFrequencyMs: config.leftovers.frequencyMs,
    messages,
    sender: new MessageSender({
      ...options,
      metrics: { countMessage: outcome => counter.add(1, { outcome }) },
      pluginId: 'provisioning',
      store: messages,
    }),
    secrets: engine.secrets,
    knex,
    retention: config.retention,
  };
}
