import { EntityOrigins, openDatabase } from '@atrium/backend-common';
import {
  provisioningDriversExtensionPoint,
  workloadClustersExtensionPoint,
} from '@atrium/plugin-provisioning-node';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { registerActions } from './actions';
import { addPermissions } from './addPermissions';
import { readDefinitionsConfig } from './config/readDefinitionsConfig';
import { readEngineConfig } from './config/readEngineConfig';
import { readEncryptionKeys } from './config/readEncryptionKeys';
import { readProvisioningConfig } from './config/readProvisioningConfig';
import { createStores } from './database/createStores';
import { createEngine } from './engine/createEngine';
import { provisioningDeps } from './provisioningDeps';
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
      deps: provisioningDeps,
      async init(deps) {
        const config = readProvisioningConfig(deps.config);
        const keys = readEncryptionKeys(deps.config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-provisioning-backend',
        });
        const stores = createStores(knex);
        const installationId =
          config.installationId ?? (await stores.installation.readId());
        const origins = EntityOrigins.fromConfig(deps.config);
        const options = {
          ...deps,
          drivers,
          installationId,
          keys,
          knex,
          origins,
          stores,
        };
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
