import {
  type AuditedServices,
  EntityOrigins,
  Ownership,
  type OwnershipOptions,
  type SignalPublisher,
  type TaskAlarm,
  VisibleEntities,
} from '@atrium/backend-common';
import type { DeliverySubject } from '@atrium/plugin-delivery-common';
import type { DeliveryRunController } from '@atrium/plugin-delivery-node';
import type {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';
import type { DeliveryConfig } from '../config/readDeliveryConfig';
import { CatalogChangeStore } from '../database/CatalogChangeStore';
import { ComponentStore } from '../database/ComponentStore';
import { DoraStore } from '../database/DoraStore';
import { EventCountStore } from '../database/EventCountStore';
import { EventStore } from '../database/EventStore';
import { OwnRepositoryStore } from '../database/OwnRepositoryStore';
import { PlaceStore } from '../database/PlaceStore';
import { ReadStore } from '../database/ReadStore';
import { ComponentScope } from './catalog/ComponentScope';
import { EntityResolver } from './catalog/EntityResolver';
import { RepositoryClaims } from './catalog/RepositoryClaims';
import { DoraService } from './dora/DoraService';
import { IngestService } from './ingest/IngestService';
import { WebhookAuthenticator } from './ingest/WebhookAuthenticator';
import { DeliveryReads } from './reads/DeliveryReads';
import { DeliverySummaryReads } from './reads/DeliverySummaryReads';
import { EventCounter } from './reads/EventCounter';
import { RefusedClaimReads } from './reads/RefusedClaimReads';
import { RerunService } from './RerunService';

interface CreateServicesOptions extends AuditedServices, OwnershipOptions {
  auth: AuthService;
  logger: LoggerService;
  metrics: MetricsService;
  config: RootConfigService;
  knex: Knex;
  deliveryConfig: DeliveryConfig;
  signals: SignalPublisher<DeliverySubject>;
  rollupAlarm: Pick<TaskAlarm, 'wake'>;
  runControllers: DeliveryRunController[];
}

/** Raise it when the definition of a metric changes: all are computed again. */
const DORA_VERSION = 4;

/** What the routes, the actions and the tasks of delivery call. */
export function createServices(options: CreateServicesOptions) {
  const { auth, catalog, logger, knex, deliveryConfig } = options;
  const { dora: doraConfig, environments, mainBranches } = deliveryConfig;
  const changes = new CatalogChangeStore(knex);
  const resolver = new EntityResolver({
    changes,
    catalog,
    auth,
    logger,
    claims: new RepositoryClaims({
      origins: EntityOrigins.fromConfig(options.config),
      rules: deliveryConfig.repositoryRules,
    }),
  });
  const components = new ComponentStore({ knex, mainBranches });
  const scope = new ComponentScope({
    catalog,
    ownership: new Ownership(options),
    visible: new VisibleEntities(options),
    store: components,
  });
  const doraStore = new DoraStore({
    knex,
    definition: JSON.stringify([DORA_VERSION, doraConfig, environments]),
  });
  const store = new ReadStore({ knex, mainBranches });
  const reads = new DeliveryReads({
    store,
    components,
    scope,
    runControllers: options.runControllers,
    resolver,
  });
  return {
    changes,
    resolver,
    components,
    doraStore,
    reads,
    ingest: createIngestService(options, resolver),
    webhooks: new WebhookAuthenticator(deliveryConfig),
    dora: new DoraService({ store: doraStore, scope, config: doraConfig }),
    reruns: new RerunService({ ...options, reads }),
    summaries: new DeliverySummaryReads({ store, components, scope }),
    refusedClaims: new RefusedClaimReads({ scope, resolver }),
    counter: new EventCounter({
      store: new EventCountStore(knex),
      scope,
      failureWindowMs: doraConfig.failureWindowMs,
    }),
  };
}

function createIngestService(
  options: CreateServicesOptions,
  resolver: EntityResolver,
): IngestService {
  const { knex, deliveryConfig, metrics, rollupAlarm, signals } = options;
  return new IngestService({
    onStored: () => rollupAlarm.wake(),
    store: new EventStore({ ...deliveryConfig, knex }),
    places: new PlaceStore({ ...deliveryConfig, knex }),
    ownRepositories: new OwnRepositoryStore(knex),
    resolver,
    signals,
    retention: deliveryConfig.retention,
    eventCounter: metrics.createCounter('delivery.events', {
      description: 'Events that came in, by what became of them',
    }),
    durations: metrics.createHistogram('delivery.ingest.duration', {
      description: 'How long it took to store the events of one request',
      unit: 's',
    }),
  });
}
