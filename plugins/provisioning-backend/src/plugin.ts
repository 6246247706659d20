import { EntityOrigins, openDatabase } from '@atrium/backend-common';
import { provisioningDriversExtensionPoint } from '@atrium/plugin-provisioning-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { readDefinitionsConfig } from './config/readDefinitionsConfig';
import { readEngineConfig } from './config/readEngineConfig';
import { readEncryptionKeys } from './config/readEncryptionKeys';
import { createStores } from './database/createStores';
import { createEngine } from './engine/createEngine';
import { startDefinitions } from './services/definitions/startDefinitions';
import { DriverRegistry } from './services/DriverRegistry';
import { createTasks } from './tasks/createTasks';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Makes, watches and removes what people ask for. */
export const provisioningPlugin = createBackendPlugin({
  pluginId: 'provisioning',
  register(env) {
    const drivers = new DriverRegistry();
    env.registerExtensionPoint(provisioningDriversExtensionPoint, drivers);

    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const keys = readEncryptionKeys(deps.config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-provisioning-backend',
        });
        const stores = createStores(knex);
        await startDefinitions({
          ...deps,
          config: readDefinitionsConfig(
            deps.config.getOptionalConfig('provisioning'),
          ),
          drivers,
          origins: EntityOrigins.fromConfig(deps.config),
          store: stores.definitions,
        });
        const engine = createEngine({ ...deps, drivers, keys, knex, stores });

        await scheduleTasks(
          deps.scheduler,
          createTasks({
            ...deps,
            config: readEngineConfig(deps.config),
            drivers,
            engine,
            knex,
            stores,
          }),
        );
        deps.lifecycle.addStartupHook(() => engine.worker.start());
        deps.lifecycle.addShutdownHook(() => engine.worker.stop());
      },
    });
  },
});
