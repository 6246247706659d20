import { EntityOrigins, openDatabase } from '@atrium/backend-common';
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
import { readWorkloadsConfig } from './config/readWorkloadsConfig';
import { ClaimStore } from './database/ClaimStore';
import { createRouter } from './router';
import { createServices } from './services/createServices';
import { scheduleTasks } from './tasks/scheduleTasks';

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
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-workloads-backend',
        });
        const options = {
          ...deps,
          claims: new ClaimStore(knex),
          config: readWorkloadsConfig(deps.config),
          knex,
          origins: EntityOrigins.fromConfig(deps.config),
        };
        const services = createServices(options);

        deps.permissionsRegistry.addPermissions(workloadsPermissions);
        deps.httpRouter.use(createRouter({ ...deps, ...services }));
        await scheduleTasks({ ...options, ...services });
        registerActions(deps.actionsRegistry, { ...deps, ...services });
      },
    });
  },
});
