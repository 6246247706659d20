import type { ReactElement } from 'react';
import { fetchApiRef, identityApiRef } from '@backstage/frontend-plugin-api';
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
  type ProvisioningApi,
  provisioningApiRef,
} from '../api/ProvisioningApi';
import {
  definitionsRouteRef,
  requestsRouteRef,
  resourcesRouteRef,
} from '../routes';
import { sampleDefinitions } from './samples';

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default' },
  spec: { profile: { displayName: 'Payments' } },
};

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payment-service', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-payments' }],
};

const notAsked = () => Promise.reject(new Error('Not asked for'));

/** A list that is read as a whole. */
export const page = <T,>(items: T[]) => ({ items, totalItems: items.length });

const nothing = async () => page<never>([]);

/** Draws a page of provisioning over an api that knows what the test says. */
export function renderProvisioning(
  element: ReactElement,
  answers: Partial<ProvisioningApi>,
  options: { address?: string } = {},
) {
  const api: ProvisioningApi = {
    getDefinitions: async () => sampleDefinitions,
    getDefinitionDraft: notAsked,
    getDefinitionEffects: notAsked,
    proposeDefinition: notAsked,
    preview: notAsked,
    previewChange: notAsked,
    createRequest: notAsked,
    listRequests: nothing,
    getRequest: notAsked,
    approveRequest: notAsked,
    rejectRequest: notAsked,
    cancelRequest: notAsked,
    listResources: nothing,
    getResource: notAsked,
    updateResource: notAsked,
    rotateCredentials: notAsked,
    extendLease: notAsked,
    deleteResource: notAsked,
    decideResource: notAsked,
    takeCredentials: notAsked,
    listLeftovers: nothing,
    removeLeftover: notAsked,
    getScore: notAsked,
    getManifests: notAsked,
    provisionMissing: notAsked,
    getScoreDeployments: async () => ({ items: [], mayApply: false }),
    previewApply: notAsked,
    applyScore: notAsked,
    ...answers,
  };
  renderInTestApp(
    <TestQueryProvider>
      <EntityProvider entity={component}>{element}</EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [provisioningApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [component, team] })],
        [
          fetchApiRef,
          {
            // Whose things are mine, which the catalog backend decides.
            fetch: async () =>
              Response.json({ ownerRefs: ['group:default/team-payments'] }),
          },
        ],
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/priya' }),
        ],
        [
          permissionApiRef,
          mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
        ],
      ],
      initialRouteEntries: [options.address ?? '/'],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/provisioning/definitions': definitionsRouteRef,
        '/provisioning/resources': resourcesRouteRef,
        '/provisioning/requests': requestsRouteRef,
      },
    },
  );
}
