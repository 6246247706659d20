import { gitHostsServiceRef } from '@atrium/git-hosts';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ContentProcessor } from './ContentProcessor';
import { DefaultBranches } from './DefaultBranches';
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
        gitHosts: gitHostsServiceRef,
        logger: coreServices.logger,
      },
      async init({ catalog, config, gitHosts, logger }) {
        catalog.addProcessor(
          OriginProcessor.fromConfig(config, {
            defaultBranches: new DefaultBranches({ gitHosts, logger }),
          }),
          new ContentProcessor(),
        );
      },
    });
  },
});
