import {
  entityPassesServiceRef,
  onEntitiesChanged,
  openDatabase,
  SignalPublisher,
} from '@atrium/backend-common';
import {
  ENTITY_SUMMARY_SIGNAL_CHANNEL,
  type EntitySummarySubject,
} from '@atrium/plugin-entity-summary-common';
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
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions';
import { createStores } from './database/createStores';
import { KEPT_KINDS } from './entities/toKeptEntity';
import { pluginServiceRefs } from './pluginServiceRefs';
import { createRouter } from './router';
import { createServices } from './services/createServices';
import { listenToSignals } from './services/listenToSignals';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Keeps what is known of entities at a glance. */
export const entitySummaryPlugin = createBackendPlugin({
  pluginId: 'entity-summary',
  register(env) {
    env.registerInit({
      deps: {
        ...pluginServiceRefs,
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        entityPasses: entityPassesServiceRef,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-entity-summary-backend',
        });
        const changes = new SignalPublisher<EntitySummarySubject>({
          ...deps,
          channel: ENTITY_SUMMARY_SIGNAL_CHANNEL,
        });
        const services = createServices({
          ...deps,
          changes,
          stores: createStores(knex),
        });
        const { mirror } = services;
        deps.httpRouter.use(createRouter({ ...deps, ...services }));
        registerActions(deps.actionsRegistry, services);
        await scheduleTasks(deps.scheduler, services);
        await listenToSignals({ ...deps, ...services });
        await onEntitiesChanged({
          ...deps,
          id: 'entity-summary',
          kinds: KEPT_KINDS,
          handle: entityRefs => mirror.read(entityRefs),
        });
      },
    });
  },
});
