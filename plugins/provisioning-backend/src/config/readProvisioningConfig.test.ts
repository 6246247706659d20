import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readProvisioningConfig } from './readProvisioningConfig';

const read = (data: JsonObject) =>
  readProvisioningConfig(mockServices.rootConfig({ data }));

describe('readProvisioningConfig', () => {
  it('has three environments and the administrators approve by default', () => {
    expect(
      read({
        permission: { atrium: { adminGroups: ['group:default/platform'] } },
      }),
    ).toEqual({
      environments: [
        { name: 'dev', type: 'development', title: 'Development' },
        { name: 'staging', type: 'staging', title: 'Staging' },
        { name: 'production', type: 'production', title: 'Production' },
      ],
      approverRefs: ['group:default/platform'],
      scoreTargets: [],
    });
  });

  it('reads what is configured, in its order', () => {
    expect(
      read({
        provisioning: {
          installationId: 'acme-staging',
          environments: {
            test: { type: 'development', title: 'Test' },
            live: { type: 'production' },
          },
          approvers: ['Platform-Team', 'user:default/Ada', 'platform-team'],
        },
      }),
    ).toEqual({
      installationId: 'acme-staging',
      environments: [
        { name: 'test', type: 'development', title: 'Test' },
        { name: 'live', type: 'production', title: 'live' },
      ],
      approverRefs: ['group:default/platform-team', 'user:default/ada'],
      scoreTargets: [],
    });
  });

  it.each<[JsonObject, RegExp]>([
    [{ environments: {} }, /must name at least one environment/],
    [
      { environments: { Dev: { type: 'dev' } } },
      /environments\.Dev' must have/,
    ],
    [{ environments: { dev: { type: 'a b' } } }, /dev\.type' must have/],
    [{ environments: { dev: {} } }, /environments\.dev\.type/],
    [{ approvers: ['component:default/web'] }, /only name groups and people/],
    [{ installationId: 'Acme 1' }, /provisioning\.installationId' must have/],
    [{ approvers: ['a b'] }, /Invalid entity reference/],
  ])('refuses %j', (provisioning, message) => {
    expect(() => read({ provisioning })).toThrow(message);
  });
});
