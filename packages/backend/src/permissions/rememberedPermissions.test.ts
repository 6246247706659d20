import { UserCache } from '@atrium/backend-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  type QueryPermissionResponse,
} from '@backstage/plugin-permission-common';
import { rememberDecisions } from './rememberedPermissions';

const [read, remove] = (['read', 'delete'] as const).map(action => ({
  permission: createPermission({
    name: `shelf.book.${action}`,
    attributes: { action },
    resourceType: 'book',
  }),
}));
const ada = { credentials: mockCredentials.user('user:default/ada') };
const bob = { credentials: mockCredentials.user('user:default/bob') };
const tool = { credentials: mockCredentials.service('plugin:shelf') };
const allow: QueryPermissionResponse = { result: AuthorizeResult.ALLOW };
const deny: QueryPermissionResponse = { result: AuthorizeResult.DENY };

function create() {
  const policy = mockServices.permissions.mock();
  policy.authorizeConditional.mockResolvedValue([allow]);
  const decisions = new UserCache<QueryPermissionResponse[]>();
  return { policy, permissions: rememberDecisions(policy, decisions) };
}

describe('rememberDecisions', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2027-03-16T10:00:00Z') });
  });
  afterEach(() => jest.useRealTimers());

  it('asks the policy once in five seconds for a person and a permission', async () => {
    const { policy, permissions } = create();
    await permissions.authorizeConditional([read], ada);
    policy.authorizeConditional.mockResolvedValue([deny]);

    jest.advanceTimersByTime(4_999);
    expect(await permissions.authorizeConditional([read], ada)).toEqual([
      allow,
    ]);
    expect(await permissions.authorizeConditional([remove], ada)).toEqual([
      deny,
    ]);
    expect(await permissions.authorizeConditional([read], bob)).toEqual([deny]);

    jest.advanceTimersByTime(2);
    expect(await permissions.authorizeConditional([read], ada)).toEqual([deny]);
  });

  it('asks each time about one thing, and for what is no person', async () => {
    const { policy, permissions } = create();
    policy.authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    for (let round = 0; round < 2; round++) {
      await permissions.authorize([{ ...read, resourceRef: 'book:1' }], ada);
      await permissions.authorizeConditional([read], tool);
    }
    expect(policy.authorize).toHaveBeenCalledTimes(2);
    expect(policy.authorizeConditional).toHaveBeenCalledTimes(2);
  });
});
