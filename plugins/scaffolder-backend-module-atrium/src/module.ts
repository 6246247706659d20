import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { createCatalogAwaitAction } from './actions/createCatalogAwaitAction';
import { createCatalogCheckAvailableAction } from './actions/createCatalogCheckAvailableAction';
import { createGiteaCommitFileAction } from './actions/createGiteaCommitFileAction';
import { createGithubCheckFileAbsentAction } from './actions/createGithubCheckFileAbsentAction';
import { createTemplateFilters } from './filters/createTemplateFilters';

/** The actions and filters that the golden paths use. */
export const scaffolderModuleAtrium = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'atrium',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        templating: scaffolderTemplatingExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
      },
      async init({ actions, templating, catalog, config, reader }) {
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(
          createCatalogCheckAvailableAction({ catalog }),
          createCatalogAwaitAction({ catalog }),
          createGiteaCommitFileAction({ integrations }),
          createGithubCheckFileAbsentAction({ integrations, reader }),
        );
        templating.addTemplateFilters(createTemplateFilters({ integrations }));
      },
    });
  },
});
