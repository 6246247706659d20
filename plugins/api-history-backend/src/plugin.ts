import { openDatabase } from '@atrium/backend-common';
import { onRepositoryPush } from '@atrium/git-hosts';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions';
import { ThreadedAnalyzer } from './analysis/ThreadedAnalyzer';
import { NoticeStore } from './database/NoticeStore';
import { PushStore } from './database/PushStore';
import { SweepStore } from './database/SweepStore';
import { VersionStore } from './database/VersionStore';
import { readApiHistoryConfig } from './readApiHistoryConfig';
import { createRouter } from './router';
import { ApiVisibility } from './services/ApiVisibility';
import { HistoryService } from './services/HistoryService';
import { findChangedCommit } from './services/findChangedCommit';
import { VersionComparer } from './services/VersionComparer';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Keeps the history of API definitions. */
export const apiHistoryPlugin = createBackendPlugin({
  pluginId: 'api-history',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const config = readApiHistoryConfig(deps.config);
        const client = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-api-history-backend',
        });
        const stores = {
          notices: new NoticeStore(client),
          pushes: new PushStore(client),
          sweeps: new SweepStore(client),
          versions: new VersionStore(client),
        };
        const analyzer = new ThreadedAnalyzer({
          maxMs: config.analysisMilliseconds,
        });
        deps.lifecycle.addShutdownHook(() => analyzer.close());

        const history = new HistoryService({
          comparer: new VersionComparer({ ...stores, analyzer }),
          versions: stores.versions,
          visibility: new ApiVisibility(deps.catalog),
        });
        deps.httpRouter.use(createRouter({ ...deps, history }));
        registerActions(deps.actionsRegistry, history);
        await scheduleTasks({ ...deps, ...stores, analyzer, config });
        await onRepositoryPush({
          ...deps,
          id: 'api-history-pushes',
          async handle({ repositoryUrl, branch, commits }) {
            const commit = findChangedCommit(commits);
            if (commit) {
              const push = { repositoryUrl, branch, commit };
              await stores.pushes.savePush(push, new Date());
            }
          },
        });
      },
    });
  },
});
