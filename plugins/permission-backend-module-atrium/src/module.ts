import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { AtriumPermissionPolicy } from './AtriumPermissionPolicy';
import { policyTable } from './policyTable';
import { readPermissionConfig } from './readPermissionConfig';

/**
 * Installs the Atrium policy in the permission backend.
 */
export const permissionModuleAtrium = createBackendModule({
  pluginId: 'permission',
  moduleId: 'atrium-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
      },
      async init({ config, policy }) {
        policy.setPolicy(
          new AtriumPermissionPolicy({
            table: policyTable,
            ...readPermissionConfig(config),
          }),
        );
      },
    });
  },
});
