import { EntityOrigins, openDatabase } from '@atrium/backend-common';
import { provisioningDriversExtensionPoint } from '@atrium/plugin-provisioning-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { readDefinitionsConfig } from './config/readDefinitionsConfig';
import { createStores } from './database/createStores';
import { startDefinitions } from './services/definitions/startDefinitions';
import { DriverRegistry } from './services/DriverRegistry';

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
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
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
      },
    });
  },
});
