import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { techdocsCollatorEntityTransformerExtensionPoint } from '@backstage/plugin-search-backend-module-techdocs';
import { readCollatorSchedule } from '../changes/readCollatorSchedule';
import { docsFields } from './docsFields';
import { EntityCollatorFactory } from './EntityCollatorFactory';

/** Makes entities searchable, and gives their fields to their documentation. */
export const searchModuleEntities = createBackendModule({
  pluginId: 'search',
  moduleId: 'atrium-entities',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        indexes: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
        techdocs: techdocsCollatorEntityTransformerExtensionPoint,
      },
      async init({ auth, catalog, config, indexes, scheduler, techdocs }) {
        indexes.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            readCollatorSchedule(config, 'catalog'),
          ),
          factory: new EntityCollatorFactory({ auth, catalog }),
        });
        techdocs.setTransformer(docsFields);
      },
    });
  },
});
