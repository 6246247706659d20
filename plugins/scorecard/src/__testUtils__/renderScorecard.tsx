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
import { type ScorecardApi, scorecardApiRef } from '../api/ScorecardApi';
import { sampleScorecard } from './samples';

/** What a test may say besides what the backend answers. */
export interface RenderScorecardOptions {
  entityName?: string;
  isAllowed?: boolean;
  /** Whether it is not known yet what the reader may do. */
  isRightPending?: boolean;
  address?: string;
}

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

/** The same, of what is asked for by entities. */
export const scopedPage = <T,>(items: T[]) => ({
  ...page(items),
  skipped: { count: 0, entityRefs: [] },
});

const nothing = async () => page<never>([]);

/** Draws a page of scorecard over an api that knows what the test says. */
export function renderScorecard(
  element: ReactElement,
  answers: Partial<ScorecardApi>,
  options: RenderScorecardOptions = {},
) {
  const { entityName = 'payment-service', isAllowed = true } = options;
  const { isRightPending = false } = options;
  const api: ScorecardApi = {
    listScorecards: async () => ({
      ...page([sampleScorecard]),
      problems: [],
      hasPublicBadges: true,
    }),
    getScorecard: notAsked,
    listResults: nothing,
    getReport: notAsked,
    getHistory: async () => ({ items: [] }),
    listExemptions: nothing,
    getExemptionDebt: async () => ({ items: [] }),
    createExemption: notAsked,
    decideExemption: notAsked,
    listInitiatives: nothing,
    getInitiative: notAsked,
    createInitiative: notAsked,
    updateInitiative: notAsked,
    cancelInitiative: notAsked,
    getFix: notAsked,
    createFix: notAsked,
    confirmOwnership: notAsked,
    listFindings: async () => ({
      ...scopedPage([]),
      severityCounts: { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 },
    }),
    readCsv: notAsked,
    getFinding: notAsked,
    listFindingScans: async () => scopedPage([]),
    listFindingTools: async () => scopedPage([]),
    suppressFinding: notAsked,
    endSuppression: notAsked,
    listComponents: nothing,
    getFacts: async () => ({ ...page([]), functions: [] }),
    dryRun: notAsked,
    getProposalDraft: notAsked,
    checkProposal: notAsked,
    propose: notAsked,
    ...answers,
  };
  renderInTestApp(
    <TestQueryProvider>
      <EntityProvider
        entity={{
          ...component,
          metadata: { ...component.metadata, name: entityName },
        }}
      >
        {element}
      </EntityProvider>
    </TestQueryProvider>,
    {
      apis: [
        [scorecardApiRef, api],
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
          isRightPending
            ? { authorize: () => new Promise<never>(() => {}) }
            : mockApis.permission({
                authorize: isAllowed
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
              }),
        ],
      ],
      initialRouteEntries: [options.address ?? '/'],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}
