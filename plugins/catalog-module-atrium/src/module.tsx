import {
  ApiBlueprint,
  createFrontendModule,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { createEntitySummaryClient } from './api/createEntitySummaryClient';
import { entitySummaryApiRef } from './api/EntitySummaryApi';
import { entityExtensions } from './entity/extensions';
import { listExtensions } from './list/extensions';

const entitySummaryApi = ApiBlueprint.make({
  name: 'entity-summary',
  params: defineParams =>
    defineParams({
      api: entitySummaryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createEntitySummaryClient(fetchApi),
    }),
});

/** The catalog list and the pages of entities as Atrium shows them. */
export const catalogModuleAtrium = createFrontendModule({
  pluginId: 'catalog',
  extensions: [entitySummaryApi, ...listExtensions, ...entityExtensions],
});
