import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiStethoscopeLine } from '@remixicon/react';
import { catalogHealthApiRef } from './api/CatalogHealthApi';
import { createCatalogHealthClient } from './api/createCatalogHealthClient';
import { rootRouteRef } from './routes';
import { titles } from './titles';

const catalogHealthApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogHealthApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createCatalogHealthClient(fetchApi),
    }),
});

const catalogHealthPage = PageBlueprint.make({
  params: {
    path: '/catalog-health',
    routeRef: rootRouteRef,
    title: titles('page'),
    icon: <RiStethoscopeLine />,
    loader: () =>
      import('./components/CatalogHealthPage').then(m => (
        <m.CatalogHealthPage />
      )),
  },
});

const catalogHealthCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: {
      kind: {
        $in: [
          'component',
          'api',
          'resource',
          'system',
          'domain',
          'template',
          'airesource',
        ],
      },
    },
    loader: () =>
      import('./components/CatalogHealthCard').then(m => (
        <m.CatalogHealthCard />
      )),
  },
});

/** What the catalog could not take, and what to do about it. */
export const catalogHealthPlugin = createFrontendPlugin({
  pluginId: 'catalog-health',
  title: 'Catalog health',
  icon: <RiStethoscopeLine />,
  routes: { root: rootRouteRef },
  extensions: [catalogHealthApi, catalogHealthPage, catalogHealthCard],
});
