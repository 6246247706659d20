import { CatalogClient } from '@backstage/catalog-client';
import {
  ApiBlueprint,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { createEntityPresentation } from './createEntityPresentation';
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

const entityPresentationApi = ApiBlueprint.make({
  name: 'entity-presentation',
  params: defineParams =>
    defineParams({
      api: entityPresentationApiRef,
      deps: { catalogApi: catalogApiRef },
      factory: deps => createEntityPresentation(deps.catalogApi),
    }),
});

/** The stock catalog, asked fewer times. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogApi, entityPresentationApi],
});
