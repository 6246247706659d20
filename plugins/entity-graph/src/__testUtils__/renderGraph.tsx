import type { ReactElement } from 'react';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { type EntityGraphApi, entityGraphApiRef } from '../api/EntityGraphApi';
import { dependenciesPageRouteRef } from '../routes';

/** Draws a view over an api that knows what the test says. */
export function renderGraph(
  element: ReactElement,
  answers: Partial<EntityGraphApi>,
  path = '/',
) {
  const notAsked = () => Promise.reject(new Error('Not asked for'));
  const api: EntityGraphApi = {
    getNeighbourhood: notAsked,
    getImpact: notAsked,
    exportNotice: notAsked,
    exportImpact: notAsked,
    getReliance: notAsked,
    getPath: notAsked,
    getCycles: notAsked,
    getDifferences: notAsked,
    ...answers,
  };
  return renderInTestApp(<TestQueryProvider>{element}</TestQueryProvider>, {
    apis: [
      [entityGraphApiRef, api],
      [catalogApiRef, catalogApiMock()],
    ],
    initialRouteEntries: [path],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/dependencies': dependenciesPageRouteRef,
    },
  });
}
