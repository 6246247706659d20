import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { searchModuleApiDefinitions } from './apis/searchModuleApiDefinitions';
import { searchModulePostgres } from './engine/searchModulePostgres';
import { searchModuleCatalogFields } from './entities/searchModuleCatalogFields';

/**
 * API definitions as documents, owner and system on every document, and the
 * engine on PostgreSQL unless another one is configured.
 */
export const atriumSearchFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    yield searchModuleApiDefinitions;
    yield searchModuleCatalogFields;
    if (!config.has('search.elasticsearch')) {
      yield searchModulePostgres;
    }
  },
});
