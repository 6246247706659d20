import { EntityOrigins, openDatabase } from '@atrium/backend-common';
import { gitHostsServiceRef } from '@atrium/git-hosts';
import {
  provisioningDriversExtensionPoint,
  workloadClustersExtensionPoint,
} from '@atrium/plugin-provisioning-node';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import { workloadsServiceRef } from '@atrium/plugin-workloads-node';
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
import { addPermissions } from './addPermissions';
import { readDefinitionsConfig } from './config/readDefinitionsConfig';
import { readEngineConfig } from './config/readEngineConfig';
import { readEncryptionKeys } from './config/readEncryptionKeys';
import { readProvisioningConfig } from './config/readProvisioningConfig';
import { createStores } from './database/createStores';
import { createEngine } from './engine/createEngine';
import { createRouter } from './router';
import { createServices } from './services/createServices';
import { DefinitionRegistry } from './services/definitions/DefinitionRegistry';
import { startDefinitions } from './services/definitions/startDefinitions';
import { DriverRegistry } from './services/DriverRegistry';
import { WorkloadClusterRegistry } from './services/score/apply/WorkloadClusterRegistry';
import { createTasks } from './tasks/createTasks';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Makes, watches and removes what people ask for. */
export const provisioningPlugin = createBackendPlugin({
  pluginId: 'provisioning',
  register(env) {
    const drivers = new DriverRegistry();
    env.registerExtensionPoint(provisioningDriversExtensionPoint, drivers);
    const clusters = new WorkloadClusterRegistry();
    env.registerExtensionPoint(workloadClustersExtensionPoint, clusters);

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
        slo: sloServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
        workloads: workloadsServiceRef,
      },
      async init(deps) {
        const config = readProvisioningConfig(deps.config);
        const keys = readEncryptionKeys(deps.config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-provisioning-backend',
        });
        const stores = createStores(knex);
        const origins = EntityOrigins.fromConfig(deps.config);
        const options = { ...deps, drivers, keys, knex, origins, stores };
        const written = await startDefinitions({
          ...options,
          config: readDefinitionsConfig(deps.config),
          store: stores.definitions,
        });
        const engine = createEngine(options);
        const definitions = new DefinitionRegistry(stores.definitions);
        const services = createServices({
          ...options,
          ...engine,
          clusters,
          ...written,
          config,
          definitions,
        });

        addPermissions(deps.permissionsRegistry);
        deps.httpRouter.use(createRouter({ ...deps, ...engine, ...services }));
        registerActions(deps.actionsRegistry, { ...deps, ...services });
        const engineConfig = readEngineConfig(deps.config);
        await scheduleTasks(
          deps.scheduler,
          createTasks({ ...options, config: engineConfig, engine }),
        );
        deps.lifecycle.addStartupHook(() => engine.worker.start());
        deps.lifecycle.addShutdownHook(() => engine.worker.stop());
      },
    });
  },
});
