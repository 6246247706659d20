import { gitHostsServiceRef } from '@atrium/git-hosts';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
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
import { createGiteaProposeFileAction } from './actions/createGiteaProposeFileAction';
import { createGithubCheckFileAbsentAction } from './actions/createGithubCheckFileAbsentAction';
import { readRepositoryChoices } from './catalog/readRepositoryChoices';
import { createEngineFilters } from './filters/createEngineFilters';
import { createTemplateFilters } from './filters/createTemplateFilters';
import { createRunGuard } from './guard/createRunGuard';
import { RunChecks } from './guard/RunChecks';
import { createCancelGuard } from './runs/createCancelGuard';
import { RunStore } from './runs/RunStore';
import { RunWatcher } from './runs/RunWatcher';
import { WorkspaceStore } from './runs/WorkspaceStore';
import { registerFindScaffolderActionsAction } from './tools/registerFindScaffolderActionsAction';
import { registerGetScaffolderActionAction } from './tools/registerGetScaffolderActionAction';

/** What the configuration calls the store of this module. */
const WORKSPACE_PROVIDER = 'atrium';

/**
 * The actions and filters that the golden paths use, and the tools by which
 * agents find the actions.
 */
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
        auth: coreServices.auth,
        database: coreServices.database,
        gitHosts: gitHostsServiceRef,
        logger: coreServices.logger,
        notifications: notificationService,
        scheduler: coreServices.scheduler,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        registry: actionsRegistryServiceRef,
        scaffolder: scaffolderServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init({ actions, templating, workspaces, httpRouter, ...deps }) {
        const { catalog, config, gitHosts, reader, registry, scaffolder } =
          deps;
        const integrations = ScmIntegrations.fromConfig(config);
        const knex = await deps.database.getClient();
        await RunStore.migrate(knex);
        const runs = new RunStore(knex);
        const workspaceStore = new WorkspaceStore(knex);
        workspaces.addProviders({ [WORKSPACE_PROVIDER]: workspaceStore });
        const keepsFiles =
          config.getOptionalString(
            'scaffolder.taskRecovery.workspaceProvider',
          ) === WORKSPACE_PROVIDER;
        const watcher = new RunWatcher({
          ...deps,
          runs,
          workspaces: workspaceStore,
        });
        const checks = new RunChecks({
          ...deps,
          integrations,
          choices: readRepositoryChoices(config),
          filters: createEngineFilters(integrations),
        });
        // Modules come before their plugin, so that this stands before its routes.
        httpRouter.use(
          createRunGuard({
            ...deps,
            checks,
            runs,
            workspaces: keepsFiles ? workspaceStore : undefined,
          }),
        );
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
          createPublishGiteaAction({ config, gitHosts, integrations }),
          createGiteaProposeFileAction({ gitHosts, integrations }),
          createGithubCheckFileAbsentAction({ integrations, reader }),
        );
        templating.addTemplateFilters(createTemplateFilters({ integrations }));
        registerFindScaffolderActionsAction(registry, { scaffolder });
        registerGetScaffolderActionAction(registry, { scaffolder });
      },
    });
  },
});
