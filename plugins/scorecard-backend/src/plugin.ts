import {
  EntityOrigins,
  entityPassesServiceRef,
  openDatabase,
  scheduleFileReads,
  TaskAlarm,
  VisibleEntities,
} from '@atrium/backend-common';
import { gitHostsServiceRef } from '@atrium/git-hosts';
import { scorecardPermissions } from '@atrium/plugin-scorecard-common';
import { factProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
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
import { readScorecardConfig } from './config/readScorecardConfig';
import { createEngine } from './createEngine';
import { createServices } from './createServices';
import { createStores } from './database/createStores';
import { keepRatedEntities } from './entities/keepRatedEntities';
import { FactRegistry } from './facts/FactRegistry';
import { createRouter } from './router';
import { startPeopleAndReads } from './startPeopleAndReads';
import { createTasks } from './tasks/createTasks';
import {
  EVALUATION_TASK,
  FACTS_TASK,
  scheduleTasks,
} from './tasks/scheduleTasks';

/** Keeps facts of every entity, and rates by them. */
export const scorecardPlugin = createBackendPlugin({
  pluginId: 'scorecard',
  register(env) {
    const registry = new FactRegistry();
    env.registerExtensionPoint(factProvidersExtensionPoint, registry);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        entityPasses: entityPassesServiceRef,
        events: eventsServiceRef,
        gitHosts: gitHostsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readScorecardConfig(deps.config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-scorecard-backend',
        });
        const rating = new TaskAlarm({ ...deps, id: EVALUATION_TASK });
        const collecting = new TaskAlarm({ ...deps, id: FACTS_TASK });
        const stores = createStores(knex, { onQueued: () => rating.wake() });
        registry.onRefresh({
          async markDue(providerId, entityRefs) {
            await stores.facts.markDue(providerId, entityRefs);
            collecting.wake();
          },
          async markUnknownDue(providerId, entityRefs) {
            if (await stores.facts.markUnknownDue(providerId, entityRefs)) {
              collecting.wake();
            }
          },
        });
        const options = {
          ...deps,
          config,
          knex,
          origins: EntityOrigins.fromConfig(deps.config),
          registry,
          stores,
          visible: new VisibleEntities(deps),
        };
        const engine = createEngine(options);
        await engine.publisher.loadFolders(config.definitions);
        const { readDefinitions, ...tasks } = createTasks({
          ...options,
          engine,
        });
        const files = await scheduleFileReads({
          ...deps,
          id: 'scorecard-definitions',
          pluginId: 'scorecard',
          markPushed: url => stores.files.markPushed(url),
          async fn(signal) {
            const againInMs = await readDefinitions(signal);
            // A new scorecard rates everything.
            rating.wake();
            return againInMs;
          },
        });
        await scheduleTasks(deps.scheduler, tasks);
        const services = createServices({ ...options, engine, files });

        deps.permissionsRegistry.addPermissions(scorecardPermissions);
        deps.httpRouter.use(createRouter({ ...options, ...services }));
        await startPeopleAndReads({ ...options, ...services, engine });
        await keepRatedEntities({
          ...options,
          onUnknownFacts: () => collecting.wake(),
        });
      },
    });
  },
});
