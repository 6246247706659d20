import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import Router from 'express-promise-router';
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
        database: coreServices.database,
        engines: searchEngineRegistryExtensionPoint,
        http: coreServices.httpRouter,
        logger: coreServices.logger,
      },
      async init({ database, engines, http, logger }) {
        engines.setSearchEngine(
          new PostgresSearchEngine({
            store: await DocumentStore.create(database),
            logger,
          }),
        );
        const router = Router();
        router.get('/query', createQueryGuard());
        http.use(router);
      },
    });
  },
});
