import {
  onEntitiesChanged,
  SignalPublisher,
  TaskAlarm,
} from '@atrium/backend-common';
import {
  DELIVERY_SIGNAL_CHANNEL,
  deliveryPermissions,
  type DeliverySubject,
  normalizeRepository,
} from '@atrium/plugin-delivery-common';
import { deliveryEventsExtensionPoint } from '@atrium/plugin-delivery-node';
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
import { readDeliveryConfig } from './config/readDeliveryConfig';
import { migrateDatabase } from './database/migrateDatabase';
import { updateEnvironmentTiers } from './database/updateEnvironmentTiers';
import { createRouter } from './router';
import { createServices } from './services/createServices';
import { EventSources } from './services/EventSources';
import { createTasks } from './tasks/createTasks';
import { ROLLUP_DELAY_MS } from './tasks/DoraRollupTask';
import { ROLLUP_TASK, scheduleTasks } from './tasks/scheduleTasks';

/** Takes CDEvents in, and answers with what follows from them. */
export const deliveryPlugin = createBackendPlugin({
  pluginId: 'delivery',
  register(env) {
    const sources = new EventSources();
    env.registerExtensionPoint(deliveryEventsExtensionPoint, sources);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
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
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const deliveryConfig = readDeliveryConfig(deps.config);
        const knex = await migrateDatabase(deps.database);
        await updateEnvironmentTiers(knex, deliveryConfig.environments);

        const signals = new SignalPublisher<DeliverySubject>({
          ...deps,
          channel: DELIVERY_SIGNAL_CHANNEL,
        });
        const rollupAlarm = new TaskAlarm({
          ...deps,
          id: ROLLUP_TASK,
          delayMs: ROLLUP_DELAY_MS,
        });
        const shared = { ...deps, deliveryConfig, knex, rollupAlarm, signals };
        const { runControllers } = sources;
        const services = createServices({ ...shared, runControllers });

        deps.permissionsRegistry.addPermissions(deliveryPermissions);
        // Signed requests carry no token; the route checks either itself.
        deps.httpRouter.addAuthPolicy({
          path: '/events',
          allow: 'unauthenticated',
        });
        deps.httpRouter.use(createRouter({ ...deps, ...services }));
        registerActions(deps.actionsRegistry, { ...deps, ...services });
        await scheduleTasks(
          deps.scheduler,
          createTasks({ ...shared, ...services }),
        );
        const { changes, ingest, resolver } = services;
        await onEntitiesChanged({
          ...deps,
          id: 'delivery-components',
          kinds: ['component'],
          handle: () => changes.add(),
        });
        await sources.start({
          ingest: events => ingest.ingestAll(events),
          isShared: async url => {
            const index = await resolver.getIndex();
            return index.isShared(normalizeRepository(url) ?? '');
          },
          hasOpenIncident: (source, incidentId) =>
            ingest.hasOpenIncident(source, incidentId),
        });
      },
    });
  },
});
