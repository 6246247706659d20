import { CatalogClient } from '@backstage/catalog-client';
import {
  ApiBlueprint,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { shareReads } from './shareReads';

const catalogApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new CatalogClient({ discoveryApi, fetchApi: shareReads(fetchApi) }),
    }),
});

/** The stock catalog, asked fewer times. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogApi],
});
