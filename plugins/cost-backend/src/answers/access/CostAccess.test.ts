import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { costBudgetProposePermission } from '@atrium/plugin-cost-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { TokenAccess } from '../../TokenAccess';
import { CostAccess } from './CostAccess';

const team = 'group:default/team-payments';
const service = 'component:default/payment-service';

describe('CostAccess', () => {
  const access = new CostAccess({
    auth: mockServices.auth(),
    catalog: catalogServiceMock(),
    finance: { create: jest.fn() },
    // What is needed to change something does not depend on what is stored.
    knex: {} as Knex,
    ownership: { getOwnerRefs: async () => [team] },
    permissions: mockServices.permissions.mock(),
    scopes: { findTargetsOf: jest.fn() },
    tokens: new TokenAccess({
      auth: mockServices.auth(),
      senders: [],
      hasOpenTotals: true,
    }),
  });
  const needed = (resourceRef: string, credentials = mockCredentials.user()) =>
    access.findNeeded(costBudgetProposePermission, resourceRef, {
      credentials,
    });

  it('leaves to the policy who changes something, but for members of a group', async () => {
    expect(await needed(team)).toEqual([]);
    for (const resourceRef of [service, 'group:default/team-shop']) {
      expect(await needed(resourceRef)).toEqual([
        { permission: costBudgetProposePermission, resourceRef },
      ]);
    }
  });
});
