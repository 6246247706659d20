import type { ReactElement } from 'react';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { identityApiRef, storageApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  AuthorizeResult,
  type EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  type EntitySummaryApi,
  entitySummaryApiRef,
} from '../api/EntitySummaryApi';
import { catalogRouteRef } from '../routes';
import { sampleList } from './sampleRows';

const notAsked = () => Promise.reject(new Error('Not asked for'));

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default' },
  spec: { type: 'team', profile: { displayName: 'Payments' }, children: [] },
};

/** What a test may say besides what the backend answers. */
export interface RenderCatalogOptions {
  address?: string;
  /** What is not granted: a permission, or one about an entity. */
  isRefused?(request: EvaluatePermissionRequest): boolean | Promise<boolean>;
}

/** Draws a page of the catalog over an api that knows what the test says. */
export async function renderCatalog(
  element: ReactElement,
  answers: Partial<EntitySummaryApi>,
  options: RenderCatalogOptions = {},
) {
  const { address = '/catalog', isRefused = () => false } = options;
  const api: EntitySummaryApi = {
    listEntities: async () => sampleList([]),
    exportEntities: notAsked,
    getSummary: notAsked,
    getAttention: notAsked,
    listViews: async () => ({ items: [] }),
    saveView: notAsked,
    deleteView: notAsked,
    ...answers,
  };
  const catalogApi = catalogApiMock.mock({
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        ref === 'group:default/team-payments' ? team : undefined,
      ),
    }),
    refreshEntity: async () => {},
  });
  const page = <TestQueryProvider>{element}</TestQueryProvider>;
  await renderInTestApp(page, {
    apis: [
      [entitySummaryApiRef, api],
      [catalogApiRef, catalogApi],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      [storageApiRef, mockApis.storage()],
      [
        permissionApiRef,
        {
          authorize: async (request: EvaluatePermissionRequest) => ({
            result: (await isRefused(request))
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          }),
        },
      ],
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
    mountedRoutes: {
      '/catalog': catalogRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    initialRouteEntries: [address],
  });
  return { catalogApi };
}
