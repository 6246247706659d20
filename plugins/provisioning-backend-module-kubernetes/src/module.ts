import { provisioningDriversExtensionPoint } from '@atrium/plugin-provisioning-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readClustersConfig } from './config/readClustersConfig';
import { KubernetesDriver } from './KubernetesDriver';

/** Makes resources as manifests in clusters that config names. */
export const provisioningModuleKubernetes = createBackendModule({
  pluginId: 'provisioning',
  moduleId: 'kubernetes',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        drivers: provisioningDriversExtensionPoint,
      },
      async init({ config, drivers }) {
        drivers.addDriver(new KubernetesDriver(readClustersConfig(config)));
      },
    });
  },
});
