import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ContentProcessor } from './ContentProcessor';
import { OriginProcessor } from './OriginProcessor';

/** Has the catalog check what entities say before it takes them. */
export const catalogModuleGuard = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'guard',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        catalog.addProcessor(
          OriginProcessor.fromConfig(config),
          new ContentProcessor(),
        );
      },
    });
  },
});
