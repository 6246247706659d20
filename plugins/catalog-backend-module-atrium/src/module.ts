import { Ownership } from '@atrium/backend-common';
import { YamlReader } from '@atrium/backend-common/workers';
import { gitHostsServiceRef } from '@atrium/git-hosts';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  aiResourceEntityModel,
  CatalogModelSources,
  mcpServerApiEntityModel,
} from '@backstage/catalog-model/alpha';
import { ScmIntegrations } from '@backstage/integration';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ChangedEntities } from './ChangedEntities';
import { createOwnerRouter } from './createOwnerRouter';
import { createPlaceholderResolvers } from './createPlaceholderResolvers';
import { createValidationGuard } from './createValidationGuard';
import { IncludedFiles } from './IncludedFiles';
import { readPlaceholderConfig } from './readPlaceholderConfig';

/**
 * Has the catalog take AI resources and MCP servers, and files of other
 * repositories where that gives nothing away, say what is somebody's own, and tell
 * other plugins which entities changed.
 */
export const catalogModuleAtrium = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'atrium',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        gitHosts: gitHostsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        reader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const {
          config,
          gitHosts,
          httpAuth,
          httpRouter,
          lifecycle,
          model,
          processing,
          reader,
        } = deps;
        const integrations = ScmIntegrations.fromConfig(config);
        const files = new IncludedFiles({
          ...readPlaceholderConfig(config),
          gitHosts,
          integrations,
          reader,
        });
        httpRouter.use(createValidationGuard({ files, integrations }));
        const yaml = new YamlReader();
        lifecycle.addShutdownHook(() => yaml.close());
        const resolvers = createPlaceholderResolvers(files, yaml);
        for (const [key, resolver] of Object.entries(resolvers)) {
          processing.addPlaceholderResolver(key, resolver);
        }
        processing.addProcessor(new ChangedEntities(deps));
        httpRouter.use(
          createOwnerRouter({ httpAuth, ownership: new Ownership(deps) }),
        );
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
