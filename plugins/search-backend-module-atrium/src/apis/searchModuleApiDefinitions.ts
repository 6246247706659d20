import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorSchedule } from '../changes/readCollatorSchedule';
import { ApiDefinitionCollatorFactory } from './ApiDefinitionCollatorFactory';

/** Makes what stands in API definitions searchable. */
export const searchModuleApiDefinitions = createBackendModule({
  pluginId: 'search',
  moduleId: 'atrium-api-definitions',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        indexes: searchIndexRegistryExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, indexes, logger, scheduler }) {
        indexes.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            readCollatorSchedule(config, 'apiDefinitions'),
          ),
          factory: new ApiDefinitionCollatorFactory({ auth, catalog, logger }),
        });
      },
    });
  },
});
