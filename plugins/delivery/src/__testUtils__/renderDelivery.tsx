import type { ReactElement } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { fetchApiRef, identityApiRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { deliveryPageRouteRef } from '../routes';
import { type DeliveryApi, deliveryApiRef } from '../api/DeliveryApi';

export const paymentService = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payment-service', namespace: 'default' },
  spec: { owner: 'team-payments', lifecycle: 'production' },
};

function group(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [], profile: { displayName: name } },
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  };
}

const ownedBy = (name: string) => ({
  type: 'ownedBy',
  targetRef: `group:default/${name}`,
});

const priya: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'priya', namespace: 'default' },
  spec: { profile: { displayName: 'Priya Natarajan' } },
};

/** Two teams that own components, and their department, which does as well. */
const sampleOrganisation: Entity[] = [
  priya,
  { ...paymentService, relations: [ownedBy('team-payments')] },
  {
    ...paymentService,
    metadata: { name: 'ledger', namespace: 'default' },
    relations: [ownedBy('team-ledger')],
  },
  {
    ...paymentService,
    metadata: { name: 'handbook', namespace: 'default' },
    relations: [ownedBy('finance')],
  },
  group('team-payments', 'finance'),
  group('team-ledger', 'finance'),
  group('finance'),
];

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
  address = '/',
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
    getRefusedClaims: async () => ({
      repositories: [],
      services: [],
      rivals: [],
    }),
    getOverview: nothing,
    getDora: () => Promise.reject(new Error('Not asked for')),
    getTimeline: async ({ from = '', to = '' }) => ({
      from,
      to,
      items: [],
      isTruncated: false,
    }),
    exportCsv: async () => new Blob(),
    compareDora: async () => ({
      items: [],
      skipped: { count: 0, entityRefs: [] },
    }),
    ...answers,
  };
  renderInTestApp(
    <TestQueryProvider>
      <EntityProvider entity={paymentService}>{element}</EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [deliveryApiRef, api],
        [
          fetchApiRef,
          {
            fetch: async () =>
              Response.json({
                ownerRefs: [
                  'user:default/priya',
                  'group:default/team-payments',
                ],
              }),
          },
        ],
        [catalogApiRef, catalogApiMock({ entities: sampleOrganisation })],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: 'user:default/priya',
            ownershipEntityRefs: [
              'user:default/priya',
              'group:default/team-payments',
            ],
          }),
        ],
      ],
      config: sampleConfig,
      initialRouteEntries: [address],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/delivery': deliveryPageRouteRef,
      },
    },
  );
}
