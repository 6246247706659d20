import {
  EntityOrigins,
  FileProposals,
  openDatabase,
} from '@atrium/backend-common';
import { gitHostsServiceRef } from '@atrium/git-hosts';
import { docsReaderPermissions } from '@atrium/plugin-techdocs-common';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import { createFeedbackRouter } from './feedback/createFeedbackRouter';
import { FeedbackStore } from './feedback/FeedbackStore';
import { createDocsProposalRouter } from './proposals/createDocsProposalRouter';
import { createFirstPagesRouter } from './proposals/createFirstPagesRouter';
import { DocsProposalSubjects } from './proposals/DocsProposalSubjects';
import { FirstPages } from './proposals/FirstPages';
import { SiteFolders } from './proposals/SiteFolders';
import { createSiteStateRouter } from './published/createSiteStateRouter';
import { PublishedSites } from './published/PublishedSites';
import { readKeepForMs } from './readKeepForMs';

/** Keeps what readers say of pages, and hands over what they write. */
export const techdocsModuleReader = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'reader',
  register(reg) {
    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        gitHosts: gitHostsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        scmEvents: catalogScmEventsServiceRef,
      },
      async init(deps) {
        const { config, httpRouter, logger, scheduler, scmEvents } = deps;
        const keepForMs = readKeepForMs(config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-techdocs-backend-module-reader',
          migrationsTable: 'reader_migrations',
        });
        const store = new FeedbackStore(knex);
        const sites = new PublishedSites(deps);
        const origins = EntityOrigins.fromConfig(config);

        deps.permissionsRegistry.addPermissions(docsReaderPermissions);
        httpRouter.use(createSiteStateRouter({ ...deps, sites }));
        httpRouter.use(createFeedbackRouter({ ...deps, sites, store }));
        const proposals = new FileProposals({
          ...deps,
          // As a webhook would, which may not be set up.
          onCommit: url =>
            scmEvents.publish([{ type: 'location.updated', url }]),
        });
        httpRouter.use(
          createDocsProposalRouter({
            ...deps,
            proposalSubjects: new DocsProposalSubjects({
              folders: new SiteFolders({ ...deps, origins }),
              origins,
              sites,
            }),
            proposals,
          }),
        );
        httpRouter.use(
          createFirstPagesRouter({
            ...deps,
            firstPages: new FirstPages({ ...deps, origins, proposals }),
          }),
        );
        await scheduler.scheduleTask({
          id: 'techdocs-feedback-retention',
          frequency: { days: 1 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 5 },
          async fn() {
            const removedCount = await store.deleteBefore(
              new Date(Date.now() - keepForMs),
            );
            logger.info('Removed old feedback on documentation', {
              removedCount,
            });
          },
        });
      },
    });
  },
});
