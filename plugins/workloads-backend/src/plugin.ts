import {
  ClaimConflictNotifier,
  EntityOrigins,
  openDatabase,
  Ownership,
  VisibleEntities,
} from '@atrium/backend-common';
import { deliveryServiceRef } from '@atrium/plugin-delivery-node';
import { workloadsPermissions } from '@atrium/plugin-workloads-common';
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
import { registerActions } from './actions';
import { EntityFinder } from './claims/EntityFinder';
import { ClaimIndex } from './claims/ClaimIndex';
import { readWorkloadsConfig } from './config/readWorkloadsConfig';
import { conflictMessages } from './claims/conflictMessages';
import { findConflicts } from './claims/findConflicts';
import { ClaimStore } from './database/ClaimStore';
import { DeployedVersions } from './services/DeployedVersions';
import { EntityReads } from './services/EntityReads';
import { ClusterReader } from './kubernetes/ClusterReader';
import { KubernetesProxyClient } from './kubernetes/KubernetesProxyClient';
import { OverviewReads } from './services/OverviewReads';
import { WorkloadPermissions } from './services/WorkloadPermissions';
import { OwnedObjects } from './services/OwnedObjects';
import { RestartService } from './services/RestartService';
import { createRouter } from './router';

/** Answers what runs, beside the stock Kubernetes plugin and through it. */
export const workloadsPlugin = createBackendPlugin({
  pluginId: 'workloads',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        delivery: deliveryServiceRef,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        notifications: notificationService,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, auth, catalog, delivery, discovery, logger } = deps;
        const config = readWorkloadsConfig(deps.config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-workloads-backend',
        });
        const { cacheMs, concurrency, timeoutMs } = config;
        const reader = new ClusterReader({
          client: new KubernetesProxyClient({ auth, discovery, timeoutMs }),
          cacheMs,
          concurrency,
          counter: deps.metrics.createCounter('workloads.cluster.requests', {
            description: 'Requests to clusters, by what became of them',
          }),
        });
        const permissions = new WorkloadPermissions(deps.permissions);
        const entities = new EntityFinder(catalog);
        const claimStore = new ClaimStore(knex);
        const index = new ClaimIndex({
          catalog,
          auth,
          origins: EntityOrigins.fromConfig(deps.config),
          rules: config.claimRules,
          store: claimStore,
        });
        const versions = new DeployedVersions({ delivery, auth, logger });
        const visible = new VisibleEntities(deps);
        const entityReads = new EntityReads({
          config,
          reader,
          entities,
          index,
          permissions,
          versions,
          visible,
        });
        const restarts = new RestartService({
          auditor,
          permissions: deps.permissions,
          entities,
          objects: new OwnedObjects({ index, permissions, reader }),
          reader,
        });

        deps.permissionsRegistry.addPermissions(workloadsPermissions);
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            index,
            entityReads,
            overviewReads: new OverviewReads({
              config,
              reader,
              index,
              ownership: new Ownership(deps),
              permissions,
              versions,
              visible,
            }),
            restarts,
          }),
        );
        const notifier = new ClaimConflictNotifier({
          auth,
          catalog,
          logger,
          notifications: deps.notifications,
          knex,
          findConflicts: () => findConflicts({ config, index, reader }),
          // A cluster that does not answer ends no conflict in it.
          forgetAfterMs: 30 * 24 * 60 * 60_000,
          messages: conflictMessages,
        });
        await deps.scheduler.scheduleTask({
          id: 'workloads-claims',
          frequency: { minutes: 5 },
          timeout: { minutes: 5 },
          initialDelay: { minutes: 1 },
          scope: 'global',
          fn: async () => {
            await notifier.run();
            await claimStore.forget(new Date());
          },
        });
        registerActions(deps.actionsRegistry, { auth, entityReads, restarts });
      },
    });
  },
});
