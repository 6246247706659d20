import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readPermissionConfig } from './readPermissionConfig';

function read(data: JsonObject) {
  return readPermissionConfig(mockServices.rootConfig({ data }));
}

const atrium = { adminGroups: ['group:default/platform-team'] };

describe('readPermissionConfig', () => {
  it('normalizes the admin groups', () => {
    expect(
      read({
        permission: {
          enabled: true,
          atrium: { adminGroups: ['Platform-Team', 'group:ops/SRE'] },
        },
      }),
    ).toEqual({
      adminGroups: ['group:default/platform-team', 'group:ops/sre'],
      financeGroups: [],
      hasOpenCostTotals: true,
    });
  });

  it('reads who sees every bill, and whether totals are for everybody', () => {
    expect(
      read({
        permission: {
          enabled: true,
          atrium: { ...atrium, financeGroups: ['Finance'] },
        },
        cost: { access: { totals: 'owners' } },
      }),
    ).toEqual({
      ...atrium,
      financeGroups: ['group:default/finance'],
      hasOpenCostTotals: false,
    });
  });

  it.each([
    [
      'permissions are off',
      { permission: { atrium } },
      "'permission.enabled' must be true",
    ],
    [
      'nobody is administrator',
      { permission: { enabled: true, atrium: { adminGroups: [] } } },
      'must name at least one group',
    ],
    [
      'the admin groups are missing',
      { permission: { enabled: true } },
      "Missing required config value at 'permission.atrium.adminGroups'",
    ],
    [
      'an administrator is not a group',
      {
        permission: {
          enabled: true,
          atrium: { adminGroups: ['user:default/eve'] },
        },
      },
      "may only name groups, got 'user:default/eve'",
    ],
    [
      'somebody of finance is not a group',
      {
        permission: {
          enabled: true,
          atrium: { ...atrium, financeGroups: ['user:default/eve'] },
        },
      },
      "'permission.atrium.financeGroups' may only name groups, got 'user:default/eve'",
    ],
    [
      'totals of cost are for nobody that there is',
      {
        permission: { enabled: true, atrium },
        cost: { access: { totals: 'everybody' } },
      },
      "'cost.access.totals' must be 'everyone' or 'owners', got 'everybody'",
    ],
    [
      'guests may sign in',
      {
        permission: { enabled: true, atrium },
        auth: { providers: { guest: {} } },
      },
      "'auth.providers.guest' must not be set",
    ],
    [
      'callers without a token are answered',
      {
        permission: { enabled: true, atrium },
        backend: { auth: { dangerouslyDisableDefaultAuthPolicy: true } },
      },
      "'backend.auth.dangerouslyDisableDefaultAuthPolicy' must not be set",
    ],
  ])('refuses to start when %s', (_, data, message) => {
    expect(() => read(data)).toThrow(message);
  });
});
