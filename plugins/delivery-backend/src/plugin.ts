import {
  ClaimConflictNotifier,
  EntityOrigins,
  Ownership,
  SignalPublisher,
  VisibleEntities,
} from '@atrium/backend-common';
import {
  type CloudEvent,
  DELIVERY_SIGNAL_CHANNEL,
  deliveryPermissions,
  type DeliverySubject,
  normalizeRepository,
} from '@atrium/plugin-delivery-common';
import { deliveryEventsExtensionPoint } from '@atrium/plugin-delivery-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions';
import { readDeliveryConfig } from './config/readDeliveryConfig';
import { ComponentStore } from './database/ComponentStore';
import { deleteExpired } from './database/deleteExpired';
import { DoraStore } from './database/DoraStore';
import { EventCountStore } from './database/EventCountStore';
import { EventStore } from './database/EventStore';
import { MainBranchStore } from './database/MainBranchStore';
import {
  ensureEventPartitions,
  migrateDatabase,
} from './database/migrateDatabase';
import { PlaceStore } from './database/PlaceStore';
import { ReadStore } from './database/ReadStore';
import { updateEnvironmentTiers } from './database/updateEnvironmentTiers';
import { createRouter } from './router';
import { ComponentScope } from './services/catalog/ComponentScope';
import { conflictMessages } from './services/catalog/conflictMessages';
import { EntityResolver } from './services/catalog/EntityResolver';
import { RepositoryClaims } from './services/catalog/RepositoryClaims';
import { DoraService } from './services/dora/DoraService';
import { EventSources } from './services/EventSources';
import { IngestService } from './services/ingest/IngestService';
import { WebhookAuthenticator } from './services/ingest/WebhookAuthenticator';
import { MainBranchNotifier } from './services/MainBranchNotifier';
import { DeliveryReads } from './services/reads/DeliveryReads';
import { EventCounter } from './services/reads/EventCounter';
import { RefusedClaimReads } from './services/reads/RefusedClaimReads';
import { RerunService } from './services/RerunService';
import { DoraRollupTask } from './tasks/DoraRollupTask';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Raise it when the definition of a metric changes: all are computed again. */
const DORA_VERSION = 2;

/** Takes CDEvents in, and answers what they tell. */
export const deliveryPlugin = createBackendPlugin({
  pluginId: 'delivery',
  register(env) {
    const sources = new EventSources();
    env.registerExtensionPoint(deliveryEventsExtensionPoint, sources);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, catalog, logger } = deps;
        const config = readDeliveryConfig(deps.config);
        const { dora, environments, mainBranches, retention } = config;
        const knex = await migrateDatabase(deps.database);
        await updateEnvironmentTiers(knex, environments);

        const signals = new SignalPublisher<DeliverySubject>({
          ...deps,
          channel: DELIVERY_SIGNAL_CHANNEL,
        });
        const resolver = new EntityResolver({
          catalog,
          auth,
          logger,
          claims: new RepositoryClaims({
            origins: EntityOrigins.fromConfig(deps.config),
            rules: config.repositoryRules,
          }),
        });
        const ingest = new IngestService({
          store: new EventStore({
            knex,
            environments,
            mainBranches,
            notifiesOfMainBranch: config.notifiesOfMainBranch,
          }),
          places: new PlaceStore({ knex, mainBranches }),
          resolver,
          signals,
          retention,
          eventCounter: deps.metrics.createCounter('delivery.events', {
            description: 'Events that came in, by what became of them',
          }),
          durations: deps.metrics.createHistogram('delivery.ingest.duration', {
            description: 'How long it took to store the events of one request',
            unit: 's',
          }),
        });

        const components = new ComponentStore({ knex, mainBranches });
        const scope = new ComponentScope({
          catalog,
          ownership: new Ownership(deps),
          visible: new VisibleEntities(deps),
          store: components,
        });
        const doraStore = new DoraStore({
          knex,
          definition: JSON.stringify([DORA_VERSION, dora, environments]),
        });
        const reads = new DeliveryReads({
          store: new ReadStore({ knex, mainBranches }),
          components,
          scope,
          runControllers: sources.runControllers,
          resolver,
        });
        const doraService = new DoraService({
          store: doraStore,
          scope,
          config: dora,
        });
        const rollup = new DoraRollupTask({
          store: doraStore,
          config: dora,
          historyMs: retention.historyMs,
          signals,
          pendingGauge: deps.metrics.createGauge('delivery.rollup.pending', {
            description: 'Entities whose newest events no metric counts yet',
          }),
        });
        const mainBranchNotifier = new MainBranchNotifier({
          ...deps,
          store: new MainBranchStore({ knex, mainBranches }),
        });
        const conflictNotifier = new ClaimConflictNotifier({
          ...deps,
          knex,
          findConflicts: () => resolver.findConflicts(),
          forgetAfterMs: 24 * 60 * 60_000,
          messages: conflictMessages,
        });
        const reruns = new RerunService({ ...deps, reads });

        deps.permissionsRegistry.addPermissions(deliveryPermissions);
        // Signed requests carry no token; the route checks either itself.
        deps.httpRouter.addAuthPolicy({
          path: '/events',
          allow: 'unauthenticated',
        });
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            permissions: deps.permissions,
            auditor: deps.auditor,
            reruns,
            webhooks: new WebhookAuthenticator(config),
            ingest,
            reads,
            refusedClaims: new RefusedClaimReads({ scope, resolver }),
            counter: new EventCounter({
              store: new EventCountStore(knex),
              scope,
              failureWindowMs: dora.failureWindowMs,
            }),
            dora: doraService,
          }),
        );
        registerActions(deps.actionsRegistry, {
          auth,
          reads,
          reruns,
          dora: doraService,
        });
        await scheduleTasks(deps.scheduler, {
          preparePartitions: () => ensureEventPartitions(knex),
          deleteExpired: async () => {
            await deleteExpired(knex, retention);
            await components.refreshStandings();
          },
          rollUp: signal => rollup.run(signal),
          resolveUnmatched: async () => {
            await ingest.resolveUnmatched();
            const { lifecycles } = await resolver.getIndex();
            await components.sync(lifecycles);
          },
          notifyOfConflicts: () => conflictNotifier.run(),
          tellOwners: async () => {
            if (config.notifiesOfMainBranch) {
              await mainBranchNotifier.run();
            }
          },
        });
        await sources.start({
          ingest: (events: CloudEvent[]) => ingest.ingestAll(events),
          isShared: async url =>
            (
              await resolver.getIndex()
            ).isShared(normalizeRepository(url) ?? ''),
        });
      },
    });
  },
});
