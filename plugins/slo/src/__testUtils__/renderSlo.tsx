import type { ReactElement } from 'react';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import {
  type DeliveryEvents,
  deliveryEventsApiRef,
} from '../api/DeliveryEventsApi';
import { type SloApi, sloApiRef } from '../api/SloApi';
import { slosPageRouteRef } from '../routes';

/** What a test may say besides what the backend answers. */
export interface RenderSloOptions {
  entityName?: string;
  isOwner?: boolean;
  address?: string;
  events?: DeliveryEvents;
}

const ownedComponent = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payment-service',
    namespace: 'default',
    annotations: { 'atrium.dev/slo': './slo.yaml' },
  },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team-payments' },
    { type: 'partOf', targetRef: 'system:default/billing' },
  ],
};

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default' },
  spec: { profile: { displayName: 'Payments' } },
};

const nothing = async () => ({ items: [], totalItems: 0 });
const notAsked = () => Promise.reject(new Error('Not asked for'));

/** Draws a page of slo over an api that knows what the test says. */
export function renderSlo(
  element: ReactElement,
  answers: Partial<SloApi>,
  options: RenderSloOptions = {},
) {
  const { entityName = 'payment-service', isOwner, address = '/' } = options;
  const api: SloApi = {
    listSlos: nothing,
    getSlo: notAsked,
    getSeries: notAsked,
    getHeatMap: nothing,
    getDefinitions: async entityRef => ({ entityRef, files: [], slos: [] }),
    listAlerts: nothing,
    listExclusions: nothing,
    createExclusion: notAsked,
    deleteExclusion: notAsked,
    getGate: async entityRef => ({
      entityRef,
      state: 'open',
      isAllowed: true,
      closesBelow: 0,
      reasons: [],
    }),
    overrideGate: notAsked,
    getProposalDraft: notAsked,
    checkSlo: async () => ({ own: [], earlier: [] }),
    proposeSlo: notAsked,
    exportOpenSlo: notAsked,
    exportPrometheusRules: notAsked,
    ...answers,
  };
  renderInTestApp(
    <TestQueryProvider>
      <EntityProvider
        entity={{
          ...ownedComponent,
          metadata: { ...ownedComponent.metadata, name: entityName },
        }}
      >
        {element}
      </EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [sloApiRef, api],
        [
          deliveryEventsApiRef,
          {
            getEvents: async () =>
              options.events ?? { deployments: [], incidents: [] },
          },
        ],
        [catalogApiRef, catalogApiMock({ entities: [ownedComponent, team] })],
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/priya' }),
        ],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: isOwner ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
      ],
      initialRouteEntries: [address],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/slos': slosPageRouteRef,
      },
    },
  );
}
