import type { Page } from '@atrium/common';
import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { Deployment } from '@atrium/plugin-delivery-common';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import type { EntityResult } from '@atrium/plugin-scorecard-common';
import type { SloAlert } from '@atrium/plugin-slo-common';
import type { KnownScorecard } from '../services/KnownScorecards';
import {
  fromAlerts,
  fromDeployments,
  fromResources,
  fromResults,
  fromVersions,
} from './toChanges';

const at = '2026-11-28T12:00:00.000Z';

/** What the changes are made of is all that is asked for. */
function page<T>(item: Partial<T>): Page<T> {
  return { items: [item as T], totalItems: 1 };
}

it('says in no language what is not the name of something', () => {
  expect(
    fromAlerts(page<SloAlert>({ firedAt: at, severity: 'page', sloName: 'a' })),
  ).toMatchObject([
    {
      detail: 'Paging',
      messages: { detail: [{ key: 'entity-summary.change.paging' }] },
    },
  ]);
  expect(
    fromVersions(
      page<ApiVersion>({
        createdAt: at,
        version: '2.0.0',
        counts: { breaking: 2, risky: 0, compatible: 0 },
      }),
    ),
  ).toMatchObject([
    {
      title: '2.0.0',
      detail: '2 breaking changes',
      messages: {
        detail: [
          { key: 'entity-summary.change.breaking', values: { count: 2 } },
        ],
      },
    },
  ]);
  expect(
    fromResources(
      page<ProvisionedResource>({
        name: 'ledger',
        environment: 'prod',
        state: 'needs-attention',
        createdAt: at,
      }),
      at,
    ),
  ).toMatchObject([
    {
      title: 'ledger (prod)',
      detail: 'Needs attention',
      messages: {
        detail: [{ key: 'entity-summary.resource.needs-attention' }],
      },
    },
  ]);
});

it('names services only where a component has several', () => {
  const deployed = (service: string, version?: string): Deployment => ({
    id: service,
    kind: 'deployed',
    service,
    source: '/cd',
    entityRef: 'component:default/shop',
    environment: 'production',
    tier: 'production',
    version,
    at,
  });
  const titles = (...deployments: Deployment[]) =>
    fromDeployments(deployments).map(({ title }) => title);
  expect(titles(deployed('api', '2'), deployed('api'))).toEqual(['2', 'api']);
  expect(titles(deployed('api', '2'), deployed('worker'))).toEqual([
    'api 2',
    'worker',
  ]);
});

it('names a level by its title, and says that none is held', () => {
  const scorecards: KnownScorecard[] = [
    {
      name: 'ready',
      checkCount: 1,
      levels: [{ name: 'gold', title: 'Gold', color: 'gold' }],
    },
  ];
  const result = {
    scorecard: 'ready',
    scorecardTitle: 'Ready',
    levelSince: at,
  };
  expect(
    fromResults(page<EntityResult>({ ...result, level: 'gold' }), scorecards),
  ).toMatchObject([{ title: 'Gold', detail: 'Ready' }]);
  expect(fromResults(page<EntityResult>(result), scorecards)).toMatchObject([
    {
      title: 'No level',
      messages: { title: [{ key: 'entity-summary.change.noLevel' }] },
    },
  ]);
});
