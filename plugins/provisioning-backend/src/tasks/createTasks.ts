import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { EngineConfig } from '../config/readEngineConfig';
import type { ProvisioningStores } from '../database/createStores';
import type { createEngine } from '../engine/createEngine';
import { DefinitionRegistry } from '../services/definitions/DefinitionRegistry';
import type { DriverRegistry } from '../services/DriverRegistry';
import { DriftTask } from './DriftTask';
import { LeaseTask } from './LeaseTask';
import { LeftoversTask } from './LeftoversTask';
import type { ProvisioningTasks } from './scheduleTasks';

interface CreateTasksOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: EngineConfig;
  drivers: DriverRegistry;
  engine: ReturnType<typeof createEngine>;
  installationId: string;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  stores: ProvisioningStores;
}

/** Creates what provisioning does by time. */
export function createTasks(options: CreateTasksOptions): ProvisioningTasks {
  const { config, engine, knex, stores } = options;
  return {
    drift: new DriftTask({ ...options, ...engine, ...config.drift }),
    leases: new LeaseTask({ ...options, ...engine }),
    leftovers: new LeftoversTask({
      ...options,
      definitions: new DefinitionRegistry(stores.definitions),
    }),
    leftoversFrequencyMs: config.leftovers.frequencyMs,
    secrets: engine.secrets,
    knex,
    retention: config.retention,
  };
}
