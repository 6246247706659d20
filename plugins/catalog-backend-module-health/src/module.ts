import { KindRules } from '@atrium/backend-common';
import { YamlReader } from '@atrium/backend-common/workers';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { UrlReaderProcessor } from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  catalogModelExtensionPoint,
  catalogScmEventsServiceRef,
} from '@backstage/plugin-catalog-node/alpha';
import { CatalogFileReader } from './CatalogFileReader';
import { CatalogStateStore } from './CatalogStateStore';
import { createCatalogFileParser } from './createCatalogFileParser';
import { createStateRouter } from './createStateRouter';
import { FailedEntityRefresher } from './FailedEntityRefresher';
import { LocationTargetsProcessor } from './LocationTargetsProcessor';

/**
 * Has the catalog take the good files although others are bad, read the bad
 * ones anew after a push, and say which they are.
 */
export const catalogModuleHealth = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'health',
  register(reg) {
    reg.registerInit({
      deps: {
        catalogScmEvents: catalogScmEventsServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init(deps) {
        const integrations = ScmIntegrations.fromConfig(deps.config);
        const store = new CatalogStateStore({
          knex: await deps.database.getClient(),
          integrations,
        });
        const yaml = new YamlReader();
        deps.lifecycle.addShutdownHook(() => yaml.close());
        const parser = createCatalogFileParser(yaml);
        deps.model.setEntityDataParser(parser);
        deps.processing.addProcessor(
          new LocationTargetsProcessor({
            integrations,
            files: new CatalogFileReader({
              parser,
              reader: new UrlReaderProcessor(deps),
              rules: KindRules.fromConfig(deps.config),
              store,
            }),
          }),
        );
        deps.httpRouter.use(createStateRouter({ ...deps, store }));
        new FailedEntityRefresher({
          catalogScmEvents: deps.catalogScmEvents,
          integrations,
          store,
        }).subscribe();
      },
    });
  },
});
