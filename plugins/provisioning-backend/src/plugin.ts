import { openDatabase } from '@atrium/backend-common';
import { provisioningDriversExtensionPoint } from '@atrium/plugin-provisioning-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { DriverRegistry } from './services/DriverRegistry';

/** Makes, watches and removes what people ask for. */
export const provisioningPlugin = createBackendPlugin({
  pluginId: 'provisioning',
  register(env) {
    const drivers = new DriverRegistry();
    env.registerExtensionPoint(provisioningDriversExtensionPoint, drivers);

    env.registerInit({
      deps: {
        database: coreServices.database,
      },
      async init(deps) {
        await openDatabase(deps.database, {
          packageName: '@atrium/plugin-provisioning-backend',
        });
      },
    });
  },
});
