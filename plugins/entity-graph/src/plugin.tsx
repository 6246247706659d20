import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiNodeTree } from '@remixicon/react';
import { createEntityGraphClient } from './api/createEntityGraphClient';
import { entityGraphApiRef } from './api/EntityGraphApi';
import { hasDependencies } from './hasDependencies';
import { dependenciesPageRouteRef } from './routes';
import { titles } from './titles';

const entityGraphApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: entityGraphApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createEntityGraphClient(fetchApi),
    }),
});

const dependenciesPage = PageBlueprint.make({
  params: {
    path: '/dependencies',
    title: titles('page'),
    icon: <RiNodeTree />,
    routeRef: dependenciesPageRouteRef,
    loader: () =>
      import('./components/page/DependenciesPage').then(
        ({ DependenciesPage }) => <DependenciesPage />,
      ),
  },
});

const dependenciesContent = EntityContentBlueprint.make({
  params: {
    path: 'dependencies',
    title: titles('page'),
    filter: hasDependencies,
    loader: () =>
      import('./components/page/EntityDependencies').then(
        ({ EntityDependencies }) => <EntityDependencies />,
      ),
  },
});

/** What depends on what, and what fails with it. */
export default createFrontendPlugin({
  pluginId: 'entity-graph',
  title: 'Dependencies',
  icon: <RiNodeTree />,
  routes: { root: dependenciesPageRouteRef },
  extensions: [entityGraphApi, dependenciesPage, dependenciesContent],
});
