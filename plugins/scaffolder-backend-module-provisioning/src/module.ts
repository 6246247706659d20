import { provisioningServiceRef } from '@atrium/plugin-provisioning-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createProvisionResourceAction } from './createProvisionResourceAction';

/** Has templates ask for resources. */
export const scaffolderModuleProvisioning = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'provisioning',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        provisioning: provisioningServiceRef,
      },
      async init({ actions, provisioning }) {
        actions.addActions(createProvisionResourceAction({ provisioning }));
      },
    });
  },
});
