import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { searchModuleApiDefinitions } from './apis/searchModuleApiDefinitions';
import { hasOwnEngine } from './changes/readCollatorSchedule';
import { searchModulePostgres } from './engine/searchModulePostgres';
import { searchModuleEntities } from './entities/searchModuleEntities';

/**
 * Entities and API definitions as documents, owner and system on every document,
 * and the engine on PostgreSQL unless another one is configured.
 */
export const atriumSearchFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    yield searchModuleApiDefinitions;
    yield searchModuleEntities;
    if (hasOwnEngine(config)) {
      yield searchModulePostgres;
    }
  },
});
