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
import { ResponseError } from '@backstage/errors';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { type CostApi, costApiRef } from '../api/CostApi';
import { type DeliveryApi, deliveryApiRef } from '../api/DeliveryApi';
import { costRouteRef } from '../routes';
import { sampleMovers, sampleSeries, sampleSummary, TEAM } from './samples';

/** What a test may say besides what the backend answers. */
export interface RenderCostOptions {
  entityName?: string;
  kind?: string;
  /** By name; all are granted otherwise. */
  refused?: string[];
  address?: string;
  /** Whose things are the reader's own; those of a team by default. */
  ownerRefs?: string[];
  /** What delivery knows; nothing by default. */
  getTimeline?: DeliveryApi['getTimeline'];
}

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default' },
  spec: { type: 'team', profile: { displayName: 'Payments' }, children: [] },
};

const notAsked = () => Promise.reject(new Error('Not asked for'));

/** A list that is read as a whole. */
export const page = <T,>(items: T[]) => ({ items, totalItems: items.length });

const nothing = async () => page<never>([]);

/** How the backend refuses. */
export async function refusal(status: number, message: string) {
  return ResponseError.fromResponse(
    Response.json(
      { error: { name: 'Error', message }, response: { statusCode: status } },
      { status },
    ),
  );
}

/** Draws a page of cost over an api that knows what the test says. */
export function renderCost(
  element: ReactElement,
  answers: Partial<CostApi>,
  options: RenderCostOptions = {},
) {
  const { entityName = 'payment-service', kind = 'Component' } = options;
  const { refused = [], address = '/', ownerRefs = [TEAM] } = options;
  const { getTimeline = async () => ({ items: [] }) } = options;
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: entityName, namespace: 'default' },
    relations: [{ type: 'ownedBy', targetRef: TEAM }],
  };
  const api: CostApi = {
    getSummary: async () => sampleSummary(),
    getSeries: async () => sampleSeries,
    getBreakdown: notAsked,
    downloadBreakdown: notAsked,
    getMovers: async () => sampleMovers,
    listResources: nothing,
    listRows: nothing,
    getUnitCosts: async () => ({ items: [] }),
    getSavings: async () => ({ currency: 'EUR', total: '0', items: [] }),
    getBudgets: async () => ({ currency: 'EUR', items: [], problems: [] }),
    getBudgetDraft: notAsked,
    proposeBudget: notAsked,
    listAnomalies: nothing,
    acknowledgeAnomaly: notAsked,
    listImports: nothing,
    getImport: notAsked,
    upload: notAsked,
    listSources: async () => ({ items: [] }),
    getAllocation: notAsked,
    listAllocationVersions: async () => ({ items: [] }),
    getUnallocated: notAsked,
    dryRunRules: notAsked,
    getProposalDraft: notAsked,
    checkProposal: notAsked,
    propose: notAsked,
    ...answers,
  };
  renderInTestApp(
    <TestQueryProvider>
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [costApiRef, api],
        [deliveryApiRef, { getTimeline }],
        [catalogApiRef, catalogApiMock({ entities: [entity, team] })],
        [
          fetchApiRef,
          {
            // Whose things are mine, which the catalog backend decides.
            fetch: async () => Response.json({ ownerRefs }),
          },
        ],
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/priya' }),
        ],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: ({ permission }) =>
              refused.includes(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          }),
        ],
      ],
      initialRouteEntries: [address],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/cost': costRouteRef,
      },
    },
  );
}
