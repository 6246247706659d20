import {
  provisioningDriversExtensionPoint,
  workloadClustersExtensionPoint,
} from '@atrium/plugin-provisioning-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readClustersConfig,
  readScoreClustersConfig,
} from './config/readClustersConfig';
import { KubernetesDriver } from './KubernetesDriver';
import { KubernetesWorkloads } from './KubernetesWorkloads';

/** Makes resources and applies workloads in clusters that config names. */
export const provisioningModuleKubernetes = createBackendModule({
  pluginId: 'provisioning',
  moduleId: 'kubernetes',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        drivers: provisioningDriversExtensionPoint,
        workloads: workloadClustersExtensionPoint,
      },
      async init({ config, drivers, workloads }) {
        drivers.addDriver(new KubernetesDriver(readClustersConfig(config)));
        workloads.setClusters(
          new KubernetesWorkloads(readScoreClustersConfig(config)),
        );
      },
    });
  },
});
