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
import { type SlaApi, slaApiRef } from '../api/SlaApi';
import { agreementsRouteRef } from '../routes';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payment-service',
    namespace: 'default',
    annotations: { 'atrium.dev/slo': './slo.yaml' },
  },
};

const nothing = async () => ({ items: [], totalItems: 0 });
const notAsked = () => Promise.reject(new Error('Not asked for'));

/** Draws a page of sla over an api that knows what the test says. */
export function renderSla(
  element: ReactElement,
  answers: Partial<SlaApi>,
  options: { isOwner?: boolean; address?: string } = {},
) {
  const { isOwner, address = '/' } = options;
  const api: SlaApi = {
    listSlos: nothing,
    listAgreements: nothing,
    getAgreement: notAsked,
    createAgreement: notAsked,
    updateAgreement: notAsked,
    deleteAgreement: notAsked,
    listReports: nothing,
    getReport: notAsked,
    exportReport: notAsked,
    closeReport: notAsked,
    ...answers,
  };
  return renderInTestApp(
    <TestQueryProvider>
      <EntityProvider entity={component}>{element}</EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [slaApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [component] })],
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
        '/slos/agreements': agreementsRouteRef,
      },
    },
  );
}
