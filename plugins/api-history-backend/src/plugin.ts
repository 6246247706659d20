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
import { CommitFinder } from './services/CommitFinder';
import { ConsumerNotifier } from './services/ConsumerNotifier';
import { HistoryMetrics } from './services/HistoryMetrics';
import { HistoryService } from './services/HistoryService';
import { findChangedCommit } from './services/findChangedCommit';
import { VersionComparer } from './services/VersionComparer';
import { VersionRecorder } from './services/VersionRecorder';
import { CollectVersionsTask } from './tasks/CollectVersionsTask';
import { RemoveOldHistoryTask } from './tasks/RemoveOldHistoryTask';
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
        const { auth, catalog, logger, scheduler } = deps;
        const config = readApiHistoryConfig(deps.config);
        const client = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-api-history-backend',
        });
        const versions = new VersionStore(client);
        const sweeps = new SweepStore(client);
        const pushes = new PushStore(client);
        const analyzer = new ThreadedAnalyzer({
          maxMilliseconds: config.analysisMilliseconds,
        });
        deps.lifecycle.addShutdownHook(() => analyzer.close());

        const history = new HistoryService({
          comparer: new VersionComparer({ analyzer, versions }),
          versions,
          visibility: new ApiVisibility(catalog),
        });
        deps.httpRouter.use(createRouter({ history, httpAuth: deps.httpAuth }));
        registerActions(deps.actionsRegistry, history);

        const collect = new CollectVersionsTask({
          apisPerRun: config.apisPerRun,
          auth,
          catalog,
          logger,
          metrics: new HistoryMetrics(deps.metrics),
          recorder: new VersionRecorder({
            analyzer,
            commits: new CommitFinder(pushes),
            maxDefinitionBytes: config.maxDefinitionBytes,
            sweeps,
            versions,
            versionsPerApi: config.versionsPerApi,
          }),
          signals: deps.signals,
          sweeps,
        });
        const notifier = new ConsumerNotifier({
          auth,
          catalog,
          logger,
          notices: new NoticeStore(client),
          notifications: deps.notifications,
          versions,
        });
        const removeOld = new RemoveOldHistoryTask({
          deletedApisMilliseconds: config.deletedApisMilliseconds,
          pushes,
          sweeps,
        });
        await scheduleTasks({
          collect,
          config,
          notifier,
          removeOld,
          scheduler,
        });
        await onRepositoryPush({
          ...deps,
          id: 'api-history-pushes',
          async handle({ repositoryUrl, branch, commits }) {
            const commit = findChangedCommit(commits);
            if (commit) {
              await pushes.savePush(
                { repositoryUrl, branch, commit },
                new Date(),
              );
            }
          },
        });
      },
    });
  },
});
