import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readCatalogHealthConfig } from './readCatalogHealthConfig';

const DAY_MS = 86_400_000;

function read(catalogHealth: JsonObject = {}, adminGroups?: string[]) {
  return readCatalogHealthConfig(
    mockServices.rootConfig({
      data: {
        app: { baseUrl: 'https://portal.acme.example/' },
        catalogHealth,
        ...(adminGroups && { permission: { atrium: { adminGroups } } }),
      },
    }),
  );
}

describe('readCatalogHealthConfig', () => {
  it('has defaults for everything', () => {
    expect(read()).toEqual({
      retentionMs: 30 * DAY_MS,
      hasCommitStatuses: true,
      repositoryOwners: [],
      platformTeamRef: 'group:default/platform-team',
      appUrl: 'https://portal.acme.example',
    });
  });

  it('reads what is set', () => {
    const owner = 'Group:default/Team-Payments';
    expect(
      read(
        {
          retention: { days: 7 },
          commitStatuses: false,
          repositoryOwners: [{ repository: 'acme/payment-*', owner }],
        },
        ['group:default/operators', 'group:default/others'],
      ),
    ).toMatchObject({
      retentionMs: 7 * DAY_MS,
      hasCommitStatuses: false,
      repositoryOwners: [
        {
          repository: 'acme/payment-*',
          ownerRef: 'group:default/team-payments',
        },
      ],
      platformTeamRef: 'group:default/operators',
    });
  });

  it.each<[string, JsonObject]>([
    ['catalogHealth.retention', { retention: { days: 0 } }],
    [
      'catalogHealth.repositoryOwners[0].owner',
      { repositoryOwners: [{ repository: '*', owner: 'team-payments' }] },
    ],
  ])('refuses a wrong %s', (key, catalogHealth) => {
    expect(() => read(catalogHealth)).toThrow(key);
  });
});
