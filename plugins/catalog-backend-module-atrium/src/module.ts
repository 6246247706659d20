import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  aiResourceEntityModel,
  CatalogModelSources,
  mcpServerApiEntityModel,
} from '@backstage/catalog-model/alpha';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { createPlaceholderResolvers } from './createPlaceholderResolvers';
import { IncludedFiles } from './IncludedFiles';
import { readPlaceholderConfig } from './readPlaceholderConfig';

/**
 * Has the catalog take AI resources and MCP servers, and files of other
 * repositories where that gives nothing away.
 */
export const catalogModuleAtrium = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'atrium',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init({ config, model, processing, reader }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const files = new IncludedFiles({
          ...readPlaceholderConfig(config),
          githubCredentials:
            DefaultGithubCredentialsProvider.fromIntegrations(integrations),
          integrations,
          reader,
        });
        const resolvers = createPlaceholderResolvers(files);
        for (const [key, resolver] of Object.entries(resolvers)) {
          processing.addPlaceholderResolver(key, resolver);
        }
        model.addModelSource(
          CatalogModelSources.static([
            aiResourceEntityModel,
            mcpServerApiEntityModel,
          ]),
        );
      },
    });
  },
});
