import type { ReactElement } from 'react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { type WorkloadsApi, workloadsApiRef } from '../api/WorkloadsApi';
import { workloadsPageRouteRef } from '../routes';

/** What a test may say besides what the backend answers. */
export interface RenderWorkloadsOptions {
  entityName?: string;
  isOwner?: boolean;
  path?: string;
}

/** Draws a page of workloads over an api that knows what the test says. */
export function renderWorkloads(
  element: ReactElement,
  answers: Partial<WorkloadsApi>,
  options: RenderWorkloadsOptions = {},
) {
  const { entityName = 'payment-service', isOwner, path = '/' } = options;
  const notAsked = () => Promise.reject(new Error('Not asked for'));
  const api: WorkloadsApi = {
    getEntityWorkloads: notAsked,
    getWorkloads: notAsked,
    getSummary: notAsked,
    restart: notAsked,
    deletePod: notAsked,
    ...answers,
  };
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: entityName, namespace: 'default' },
    spec: { owner: 'team-payments' },
  };
  renderInTestApp(
    <TestQueryProvider>
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [workloadsApiRef, api],
        [catalogApiRef, catalogApiMock()],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: isOwner ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
      ],
      initialRouteEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/workloads': workloadsPageRouteRef,
      },
    },
  );
}
