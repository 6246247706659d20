import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiHistoryLine } from '@remixicon/react';
import { apiHistoryApiRef } from './api/ApiHistoryApi';
import { createApiHistoryClient } from './api/createApiHistoryClient';
import { titles } from './titles';

const apiHistoryApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: apiHistoryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createApiHistoryClient(fetchApi),
    }),
});

const historyContent = EntityContentBlueprint.make({
  name: 'history',
  params: {
    path: '/history',
    title: titles('history'),
    icon: <RiHistoryLine />,
    filter: { kind: 'api' },
    loader: () =>
      import('./components/HistoryContent/HistoryContent').then(m => (
        <m.HistoryContent />
      )),
  },
});

const lastChangeCard = EntityCardBlueprint.make({
  name: 'last-change',
  params: {
    type: 'info',
    filter: { kind: 'api' },
    loader: () =>
      import('./components/LastChangeCard/LastChangeCard').then(m => (
        <m.LastChangeCard />
      )),
  },
});

const breakingChangesCard = EntityCardBlueprint.make({
  name: 'breaking-changes',
  params: {
    type: 'content',
    filter: {
      kind: 'component',
      relations: { $contains: { type: 'consumesApi' } },
    },
    loader: () =>
      import('./components/BreakingChangesCard/BreakingChangesCard').then(m => (
        <m.BreakingChangesCard />
      )),
  },
});

/** The versions of APIs and what changed between them. */
export const apiHistoryPlugin = createFrontendPlugin({
  pluginId: 'api-history',
  title: 'API history',
  icon: <RiHistoryLine />,
  extensions: [
    apiHistoryApi,
    historyContent,
    lastChangeCard,
    breakingChangesCard,
  ],
});
