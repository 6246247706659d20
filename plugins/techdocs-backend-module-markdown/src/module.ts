import { gitHostsServiceRef } from '@atrium/git-hosts';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import {
  DirectoryPreparer,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';
import { createPreviewRouter } from './preview/createPreviewRouter';
import { PagePreviews } from './preview/PagePreviews';
import { createSummaryRouter } from './prebuild/createSummaryRouter';
import { PrebuildStore } from './prebuild/PrebuildStore';
import { readPrebuildConfig } from './prebuild/readPrebuildConfig';
import { startPrebuild } from './prebuild/startPrebuild';
import { TechdocsSyncClient } from './prebuild/TechdocsSyncClient';
import { readMarkdownEngineConfig } from './readMarkdownEngineConfig';
import { LocalFolderPreparer } from './prepare/LocalFolderPreparer';
import { serveWithoutScripts } from './publish/serveWithoutScripts';
import { WholeSitePublisher } from './publish/WholeSitePublisher';

/** The value of `backstage.io/techdocs-engine` that chooses this engine. */
const ENGINE_KEY = 'markdown';

/**
 * Registers the in-process Markdown engine with the TechDocs backend, and has
 * its sites built before anyone asks for them.
 *
 * @remarks
 * The key decides nothing alone: `techdocs.generator.defaultEngine: markdown`
 * makes it the engine of every entity that does not name another.
 *
 * @public
 */
export const techdocsModuleMarkdown = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        generators: techdocsGeneratorExtensionPoint,
        gitHosts: gitHostsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        preparers: techdocsPreparerExtensionPoint,
        publishers: techdocsPublisherExtensionPoint,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
        scmEvents: catalogScmEventsServiceRef,
      },
      async init(deps) {
        const { config, database, discovery, generators, ...services } = deps;
        // Modules come before their plugin, so this stands before its routes.
        services.httpRouter.use(serveWithoutScripts);
        const generator = MarkdownGenerator.fromConfig(config, services);
        generators.registerGenerator(ENGINE_KEY, generator);
        services.preparers.registerPreparer(
          'dir',
          new LocalFolderPreparer(
            DirectoryPreparer.fromConfig(config, services),
            readMarkdownEngineConfig(config).limits,
          ),
        );
        services.lifecycle.addShutdownHook(() => generator.close());
        const previews = PagePreviews.fromConfig(config, services);
        services.lifecycle.addShutdownHook(() => previews.close());
        services.httpRouter.use(createPreviewRouter({ ...services, previews }));
        const publisher = await WholeSitePublisher.fromConfig(config, {
          logger: services.logger,
          discovery,
        });
        if (publisher) {
          services.publishers.registerPublisher('local', publisher);
        }
        const store = await PrebuildStore.create(database);
        services.httpRouter.use(createSummaryRouter({ ...services, store }));
        const prebuild = readPrebuildConfig(config);
        if (prebuild.isEnabled) {
          await startPrebuild({
            ...services,
            client: new TechdocsSyncClient({ auth: services.auth, discovery }),
            config: prebuild,
            engine: ENGINE_KEY,
            integrations: ScmIntegrations.fromConfig(config),
            store,
          });
        }
      },
    });
  },
});
