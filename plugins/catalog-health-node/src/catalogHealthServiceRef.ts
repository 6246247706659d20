import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { CatalogHealthClient } from './CatalogHealthClient';
import type { CatalogHealthService } from './CatalogHealthService';

/** How other backends ask what is wrong with files of the catalog. */
export const catalogHealthServiceRef = createServiceRef<CatalogHealthService>({
  id: 'catalog-health',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new CatalogHealthClient(deps),
    }),
});
