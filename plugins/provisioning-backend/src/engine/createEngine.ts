import { type EncryptionKeys } from '../services/secrets/EncryptionKeys';
import { SignalPublisher } from '@atrium/backend-common';
import { PROVISIONING_SIGNAL_CHANNEL } from '@atrium/plugin-provisioning-common';
import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ClaimStore } from '../database/ClaimStore';
import type { ProvisioningStores } from '../database/createStores';
import type { DriverRegistry } from '../services/DriverRegistry';
import { LeftoverRemovals } from '../services/LeftoverRemovals';
import { Operations } from '../services/Operations';
import { ResourceAnnouncer } from '../services/ResourceAnnouncer';
import { IssuedSecrets } from '../services/secrets/IssuedSecrets';
import { DriverCalls } from './DriverCalls';
import { EngineMetrics } from './EngineMetrics';
import { Reconciler } from './Reconciler';
import { ReconcileQueue } from './ReconcileQueue';
import { LEASE_MS, ReconcileWorker } from './ReconcileWorker';

interface CreateEngineOptions {
  drivers: DriverRegistry;
  events: EventsService;
  installationId: string;
  keys: EncryptionKeys;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  signals: SignalsService;
  stores: ProvisioningStores;
}

/** Creates what works on resources in this process. */
export function createEngine(options: CreateEngineOptions) {
  const { knex, stores, keys } = options;
  const claims = new ClaimStore(knex, {
    workerId: randomUUID(),
    leaseMs: LEASE_MS,
  });
  const announcer = new ResourceAnnouncer({
    ...options,
    signals: new SignalPublisher({
      ...options,
      channel: PROVISIONING_SIGNAL_CHANNEL,
    }),
  });
  const metrics = new EngineMetrics(options.metrics);
  const secrets = new IssuedSecrets({
    keys,
    logger: options.logger,
    store: stores.credentials,
  });
  const calls = new DriverCalls(options);
  const queue = new ReconcileQueue({ ...options, claims });
  options.drivers.onWake(id => queue.look(id));
  const reconciler = new Reconciler({
    ...options,
    announcer,
    calls,
    claims,
    metrics,
    secrets,
  });
  const worker = new ReconcileWorker({
    ...options,
    claims,
    metrics,
    queue,
    reconciler,
  });
  const operations = new Operations({ ...options, announcer, calls, queue });
  return {
    announcer,
    calls,
    claims,
    leftoverRemovals: new LeftoverRemovals({ ...options, announcer, calls }),
    metrics,
    operations,
    queue,
    reconciler,
    secrets,
    worker,
  };
}
