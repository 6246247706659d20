import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { readRepositoryChoices } from './readRepositoryChoices';
import { RepositoryChoicesProcessor } from './RepositoryChoicesProcessor';

/** Lets templates offer the repository hosts that the config knows. */
export const catalogModuleRepositoryChoices = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'repository-choices',
  register(env) {
    env.registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ processing, config }) {
        processing.addProcessor(
          new RepositoryChoicesProcessor(readRepositoryChoices(config)),
        );
      },
    });
  },
});
