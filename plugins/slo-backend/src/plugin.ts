import { EntityOrigins, scheduleFileReads } from '@atrium/backend-common';
import { gitHostsServiceRef } from '@atrium/git-hosts';
import { sloPermissions } from '@atrium/plugin-slo-common';
import { sloSourcesExtensionPoint } from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions';
import { readSloConfig } from './config/readSloConfig';
import { createStores } from './database/createStores';
import { openSloDatabase } from './database/openSloDatabase';
import { createRouter } from './router';
import { SourceRegistry } from './services/collect/SourceRegistry';
import { createServices } from './services/createServices';
import { parseSharedDocuments } from './services/definitions/parseSharedDocuments';
import { SloMetrics } from './services/SloMetrics';
import { createTasks } from './tasks/createTasks';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Reads SLOs from repositories, counts, and tells how they stand. */
export const sloPlugin = createBackendPlugin({
  pluginId: 'slo',
  register(env) {
    const registry = new SourceRegistry();
    env.registerExtensionPoint(sloSourcesExtensionPoint, registry);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        gitHosts: gitHostsServiceRef,
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
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = await readSloConfig(deps.config);
        const knex = await openSloDatabase(deps.database, config.retention);
        const stores = createStores(knex);
        const options = {
          ...deps,
          baseUrl: deps.config.getOptionalString('app.baseUrl') ?? '',
          config,
          knex,
          meter: new SloMetrics(deps.metrics),
          origins: EntityOrigins.fromConfig(deps.config),
          registry,
          sharedDocuments: parseSharedDocuments(config.shared),
          stores,
        };
        const { readDefinitions, ...tasks } = createTasks(options);
        const files = await scheduleFileReads({
          ...deps,
          id: 'slo-definitions',
          pluginId: 'slo',
          frequency: config.definitions.frequency,
          markPushed: url => stores.definitions.markPushed(url, new Date()),
          fn: readDefinitions,
        });
        await scheduleTasks(deps.scheduler, tasks, config);
        const services = createServices({ ...options, files });

        deps.permissionsRegistry.addPermissions(sloPermissions);
        deps.httpRouter.use(createRouter({ ...deps, ...services }));
        registerActions(deps.actionsRegistry, services);
      },
    });
  },
});
