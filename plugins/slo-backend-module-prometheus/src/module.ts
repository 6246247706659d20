import { sloSourcesExtensionPoint } from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readPrometheusConfig } from './config/readPrometheusConfig';
import { PrometheusSource } from './PrometheusSource';

/** Counts what Prometheus, or what answers like it, has scraped. */
export const sloModulePrometheus = createBackendModule({
  pluginId: 'slo',
  moduleId: 'prometheus',
  register(reg) {
    reg.registerInit({
      deps: { config: coreServices.rootConfig, slo: sloSourcesExtensionPoint },
      async init({ config, slo }) {
        slo.addSource(new PrometheusSource(await readPrometheusConfig(config)));
      },
    });
  },
});
