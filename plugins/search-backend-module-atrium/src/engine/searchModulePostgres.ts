import { Ownership } from '@atrium/backend-common';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import Router from 'express-promise-router';
import { followChanges } from '../changes/followChanges';
import { createQueryGuard } from './createQueryGuard';
import { DocumentStore } from './DocumentStore';
import { PostgresSearchEngine } from './PostgresSearchEngine';

/** Searches in PostgreSQL, instead of the stock engine. */
export const searchModulePostgres = createBackendModule({
  pluginId: 'search',
  moduleId: 'atrium-postgres',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        engines: searchEngineRegistryExtensionPoint,
        events: eventsServiceRef,
        http: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init({ database, engines, http, logger, userInfo, ...deps }) {
        const store = await DocumentStore.create(database);
        engines.setSearchEngine(
          new PostgresSearchEngine({
            store,
            logger,
            auth: deps.auth,
            ownership: new Ownership({ catalog: deps.catalog, userInfo }),
          }),
        );
        await followChanges({ ...deps, store, logger });
        const router = Router();
        router.get('/query', createQueryGuard());
        http.use(router);
      },
    });
  },
});
