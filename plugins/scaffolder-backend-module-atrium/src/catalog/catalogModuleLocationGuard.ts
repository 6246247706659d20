import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { createLocationGuard } from './createLocationGuard';
import { PublishedRepositories } from './PublishedRepositories';

/** Says why a location cannot be registered, and lets templates register. */
export const catalogModuleLocationGuard = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'location-guard',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        scaffolder: scaffolderServiceRef,
      },
      async init({ httpRouter, config, scaffolder, ...deps }) {
        const integrations = ScmIntegrations.fromConfig(config);
        httpRouter.use(
          createLocationGuard({
            ...deps,
            published: new PublishedRepositories({ integrations, scaffolder }),
          }),
        );
      },
    });
  },
});
