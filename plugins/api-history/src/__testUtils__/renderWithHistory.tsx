import type { ReactElement } from 'react';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { createApiMock, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { type ApiHistoryApi, apiHistoryApiRef } from '../api/ApiHistoryApi';

const historyMock = createApiMock(apiHistoryApiRef, () => ({
  listVersions: jest.fn(),
  getDiff: jest.fn(),
  getLineDiff: jest.fn(),
  listBreaking: jest.fn(),
}));

/** An API of the catalog. */
export const paymentApi: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'payment-api', namespace: 'default' },
};

interface RenderWithHistoryOptions {
  entity: Entity;
  history: Partial<ApiHistoryApi>;
  path?: string;
}

/** Renders a part of an entity page with a mocked history. */
export async function renderWithHistory(
  element: ReactElement,
  { entity, history, path = '/' }: RenderWithHistoryOptions,
) {
  const subscribers = new Map<string, (message: never) => void>();
  const api = historyMock(history);
  await renderInTestApp(
    <TestQueryProvider>
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [apiHistoryApiRef, api],
        [catalogApiRef, catalogApiMock()],
        [
          signalApiRef,
          {
            subscribe: (channel, onMessage) => {
              subscribers.set(channel, onMessage);
              return { unsubscribe: () => subscribers.delete(channel) };
            },
          },
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [path],
    },
  );
  return {
    api,
    /** Sends a signal as the backend would. */
    signal: (channel: string, message: object) =>
      subscribers.get(channel)?.(message as never),
  };
}
