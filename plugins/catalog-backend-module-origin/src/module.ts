import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { OriginProcessor } from './OriginProcessor';

/** Has the catalog check what entities say about where they come from. */
export const catalogModuleOrigin = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'origin',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        catalog.addProcessor(OriginProcessor.fromConfig(config));
      },
    });
  },
});
