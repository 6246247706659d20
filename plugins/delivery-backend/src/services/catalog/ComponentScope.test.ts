import { Ownership, VisibleEntities } from '@atrium/backend-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ComponentScope } from './ComponentScope';

function component(
  name: string,
  options: { lifecycle: string; system: string; owner: string },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { lifecycle: options.lifecycle },
    relations: [
      { type: 'partOf', targetRef: `system:default/${options.system}` },
      { type: 'ownedBy', targetRef: `group:default/${options.owner}` },
    ],
  };
}

const named = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});

const catalog = catalogServiceMock({
  entities: [
    named('System', 'billing'),
    named('Group', 'ledger'),
    named('API', 'payment-api'),
    component('ledger-service', {
      lifecycle: 'production',
      system: 'billing',
      owner: 'ledger',
    }),
    component('payment-service', {
      lifecycle: 'production',
      system: 'billing',
      owner: 'payments',
    }),
    component('storefront', {
      lifecycle: 'experimental',
      system: 'shop',
      owner: 'checkout',
    }),
  ],
});
const decide = jest.fn(
  () => ({ result: AuthorizeResult.CONDITIONAL } as never),
);
const scope = new ComponentScope({
  catalog,
  ownership: new Ownership({ catalog, userInfo: mockServices.userInfo() }),
  visible: new VisibleEntities({
    catalog,
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [decide()],
    }),
  }),
  store: {
    async listRefs(components, lifecycle) {
      return [
        'component:default/ledger-service',
        'component:default/payment-service',
        'component:default/storefront',
      ].filter(
        ref =>
          (!Array.isArray(components) || components.includes(ref)) &&
          (lifecycle === undefined ||
            ref.endsWith('storefront') === (lifecycle === 'experimental')),
      );
    },
  },
});

const options = { credentials: mockCredentials.user() };

describe('ComponentScope', () => {
  it.each([
    [{}, ['ledger-service', 'payment-service', 'storefront']],
    [{ lifecycle: 'experimental' }, ['storefront']],
    [
      {
        ownerRef: 'group:default/ledger',
        systemRef: 'system:default/billing',
      },
      ['ledger-service'],
    ],
    [{ systemRef: 'system:default/billing', lifecycle: 'experimental' }, []],
  ])('selects what %j has in common', async (selection, names) => {
    expect(await scope.select(selection, options)).toEqual(
      names.map(name => `component:default/${name}`),
    );
  });

  it('leaves all to the tables where somebody may see everything', async () => {
    decide.mockReturnValueOnce({ result: AuthorizeResult.ALLOW } as never);
    const credentials = mockCredentials.user('user:default/somebody');
    expect(
      await scope.select({ lifecycle: 'production' }, { credentials }),
    ).toEqual({ all: true, lifecycle: 'production' });
  });

  it('keeps of many components those that are there', async () => {
    expect(
      await scope.filterComponents(
        [
          'component:default/storefront',
          'component:default/hidden',
          'component:default/storefront',
        ],
        options,
      ),
    ).toEqual(['component:default/storefront']);
    await expect(
      scope.filterComponents(['system:default/billing'], options),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('finds many components by one question to the catalog', async () => {
    const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
    const askedOne = jest.spyOn(catalog, 'getEntityByRef');
    const refs = [
      'component:default/storefront',
      'component:default/hidden',
      'component:default/ledger-service',
      'system:default/billing',
      'api:default/payment-api',
    ];
    expect(await scope.getEach(refs, options)).toEqual([
      { entityRef: refs[0], components: [refs[0]] },
      { entityRef: refs[1] },
      { entityRef: refs[2], components: [refs[2]] },
      {
        entityRef: refs[3],
        components: [
          'component:default/ledger-service',
          'component:default/payment-service',
        ],
      },
      { entityRef: refs[4] },
    ]);
    expect(asked).toHaveBeenCalledTimes(1);
    const askedRefs = askedOne.mock.calls.map(([ref]) => ref);
    expect(askedRefs).not.toContainEqual(expect.stringMatching('component:'));
  });

  it('refuses what has no components', async () => {
    await expect(
      scope.getComponents('api:default/payment-api', options),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});
