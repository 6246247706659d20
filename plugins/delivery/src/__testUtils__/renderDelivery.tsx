import type { ReactElement } from 'react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { QueryProvider } from '@atrium/ui';
import { type DeliveryApi, deliveryApiRef } from '../api/DeliveryApi';

export const paymentService = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payment-service', namespace: 'default' },
  spec: { owner: 'team-payments' },
};

const sampleConfig = {
  delivery: {
    tools: {
      logs: {
        title: 'Logs',
        url: 'https://logs.example/${{ metadata.name }}',
      },
      pager: {
        title: 'On call',
        url: "https://pager.example/${{ metadata.annotations['pager'] }}",
      },
    },
  },
};

const nothing = async () => ({ items: [], totalItems: 0 });

/** Draws a page of delivery over an api that knows what the test says. */
export function renderDelivery(
  element: ReactElement,
  answers: Partial<DeliveryApi>,
) {
  const api: DeliveryApi = {
    getRuns: nothing,
    getRun: () => Promise.reject(new Error('Not asked for')),
    rerun: async () => {},
    getRunTrends: async () => [],
    getDeployments: nothing,
    getChanges: nothing,
    getIncidents: nothing,
    getEnvironments: async () => ({ environments: [], items: [] }),
    getOverview: nothing,
    getDora: () => Promise.reject(new Error('Not asked for')),
    compareDora: async () => [],
    ...answers,
  };
  renderInTestApp(
    <QueryProvider>
      <EntityProvider entity={paymentService}>{element}</EntityProvider>
    </QueryProvider>,
    {
      apis: [
        [deliveryApiRef, api],
        [catalogApiRef, catalogApiMock()],
        [
          identityApiRef,
          mockApis.identity({
            ownershipEntityRefs: [
              'user:default/priya',
              'group:default/team-payments',
            ],
          }),
        ],
      ],
      config: sampleConfig,
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}
