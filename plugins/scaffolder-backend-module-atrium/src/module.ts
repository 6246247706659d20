import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  scaffolderActionsExtensionPoint,
  scaffolderServiceRef,
} from '@backstage/plugin-scaffolder-node';
import {
  scaffolderTemplatingExtensionPoint,
  scaffolderWorkspaceProviderExtensionPoint,
} from '@backstage/plugin-scaffolder-node/alpha';
import { createCatalogAwaitAction } from './actions/createCatalogAwaitAction';
import { createCatalogCheckAvailableAction } from './actions/createCatalogCheckAvailableAction';
import { createPublishGiteaAction } from './actions/createPublishGiteaAction';
import { createGiteaCommitFileAction } from './actions/createGiteaCommitFileAction';
import { createGithubCheckFileAbsentAction } from './actions/createGithubCheckFileAbsentAction';
import { createTemplateFilters } from './filters/createTemplateFilters';
import { createCancelGuard } from './runs/createCancelGuard';
import { RunStore } from './runs/RunStore';
import { RunWatcher } from './runs/RunWatcher';
import { WorkspaceStore } from './runs/WorkspaceStore';

/** The actions and filters that the golden paths use. */
export const scaffolderModuleAtrium = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'atrium',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        templating: scaffolderTemplatingExtensionPoint,
        workspaces: scaffolderWorkspaceProviderExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
        database: coreServices.database,
        logger: coreServices.logger,
        notifications: notificationService,
        scheduler: coreServices.scheduler,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        scaffolder: scaffolderServiceRef,
      },
      async init({ actions, templating, workspaces, httpRouter, ...deps }) {
        const { catalog, config, reader } = deps;
        const integrations = ScmIntegrations.fromConfig(config);
        const knex = await deps.database.getClient();
        await RunStore.migrate(knex);
        const runs = new RunStore(knex);
        const workspaceStore = new WorkspaceStore(knex);
        workspaces.addProviders({ atrium: workspaceStore });
        const watcher = new RunWatcher({
          ...deps,
          runs,
          workspaces: workspaceStore,
        });
        // Modules come before their plugin, so that this stands before its routes.
        httpRouter.use(createCancelGuard({ ...deps, runs, watcher }));
        await deps.scheduler.scheduleTask({
          id: 'watch-runs',
          frequency: { seconds: 15 },
          timeout: { minutes: 1 },
          // The scaffolder makes its tables after this.
          initialDelay: { seconds: 15 },
          fn: () => watcher.watch(),
        });
        actions.addActions(
          createCatalogCheckAvailableAction({ catalog }),
          createCatalogAwaitAction({ catalog }),
          createPublishGiteaAction({ integrations, config }),
          createGiteaCommitFileAction({ integrations }),
          createGithubCheckFileAbsentAction({ integrations, reader }),
        );
        templating.addTemplateFilters(createTemplateFilters({ integrations }));
      },
    });
  },
});
