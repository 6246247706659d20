import { entityPassesServiceRef, openDatabase } from '@atrium/backend-common';
import { entityGraphPermissions } from '@atrium/plugin-entity-graph-common';
import { entitySummaryServiceRef } from '@atrium/plugin-entity-summary-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { registerImpactAction } from './actions/registerImpactAction';
import { readEntityGraphConfig } from './config/readEntityGraphConfig';
import { GraphStore } from './database/GraphStore';
import { keepGraphEntities } from './entities/keepGraphEntities';
import { createRouter } from './router';
import { createServices } from './services/createServices';

/** Answers what depends on what, and what fails with it. */
export const entityGraphPlugin = createBackendPlugin({
  pluginId: 'entity-graph',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        entityPasses: entityPassesServiceRef,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        summaries: entitySummaryServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readEntityGraphConfig(deps.config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-entity-graph-backend',
        });
        const services = createServices({ ...deps, config, knex });

        deps.permissionsRegistry.addPermissions(entityGraphPermissions);
        deps.httpRouter.use(createRouter({ ...deps, ...services }));
        await keepGraphEntities({ ...deps, graph: new GraphStore(knex) });
        await deps.scheduler.scheduleTask({
          id: 'entity-graph-expire',
          scope: 'global',
          frequency: { hours: 1 },
          initialDelay: { minutes: 1 },
          timeout: { minutes: 10 },
          fn: async () => {
            await services.observed.removeBefore(services.edges.observedSince);
          },
        });
        registerImpactAction(deps.actionsRegistry, services);
      },
    });
  },
});
