import { onEntitiesChanged, openDatabase } from '@atrium/backend-common';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createStores } from './database/createStores';
import { EntityMirror } from './entities/EntityMirror';
import { KEPT_KINDS } from './entities/toKeptEntity';
import { createRouter } from './router';
import { createServices } from './services/createServices';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Keeps what is known of entities at a glance. */
export const entitySummaryPlugin = createBackendPlugin({
  pluginId: 'entity-summary',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-entity-summary-backend',
        });
        const stores = createStores(knex);
        const services = createServices({ ...deps, stores });
        deps.httpRouter.use(createRouter({ ...deps, ...services }));
        const mirror = new EntityMirror({
          ...deps,
          ...stores,
          onChanged: () => undefined,
        });
        await scheduleTasks(deps.scheduler, { mirror });
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
