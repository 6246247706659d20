import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ComponentScope } from './ComponentScope';

function entity(
  kind: string,
  name: string,
  relations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: Object.entries(relations).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

const entities = [
  entity('Domain', 'commerce'),
  entity('System', 'billing', { partOf: 'domain:default/commerce' }),
  entity('System', 'shop'),
  entity('Group', 'engineering'),
  entity('Group', 'payments', { childOf: 'group:default/engineering' }),
  entity('Group', 'ledger', { childOf: 'group:default/payments' }),
  entity('User', 'priya', { memberOf: 'group:default/payments' }),
  entity('Component', 'payment-service', {
    partOf: 'system:default/billing',
    ownedBy: 'group:default/payments',
  }),
  entity('Component', 'ledger-service', {
    partOf: 'system:default/billing',
    ownedBy: 'group:default/ledger',
  }),
  {
    ...entity('Component', 'storefront', {
      partOf: 'system:default/shop',
      ownedBy: 'group:default/engineering',
    }),
    spec: { lifecycle: 'experimental' },
  },
  entity('Component', 'notebook', { ownedBy: 'user:default/priya' }),
  entity('API', 'payment-api'),
];

const options = { credentials: mockCredentials.user() };

describe('ComponentScope', () => {
  const scope = new ComponentScope({
    catalog: catalogServiceMock({ entities }),
  });

  it.each([
    ['component:default/storefront', ['storefront']],
    ['system:default/billing', ['ledger-service', 'payment-service']],
    ['domain:default/commerce', ['ledger-service', 'payment-service']],
    ['group:default/ledger', ['ledger-service']],
    ['group:default/payments', ['ledger-service', 'payment-service']],
    [
      'group:default/engineering',
      ['ledger-service', 'payment-service', 'storefront'],
    ],
    ['user:default/priya', ['notebook', 'payment-service']],
    [
      undefined,
      ['ledger-service', 'notebook', 'payment-service', 'storefront'],
    ],
  ])('takes %s for its components', async (ref, names) => {
    expect(await scope.getComponents(ref, options)).toEqual(
      names.map(name => `component:default/${name}`),
    );
  });

  it.each([
    [{}, ['ledger-service', 'notebook', 'payment-service', 'storefront']],
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

  it('knows nothing of what is hidden, and refuses what has no components', async () => {
    await expect(
      scope.getComponents('component:default/hidden', options),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      scope.getComponents('api:default/payment-api', options),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('asks once for a user within a few seconds, and each time for others', async () => {
    jest.useFakeTimers();
    try {
      const catalog = catalogServiceMock.mock({
        getEntityByRef: async ref =>
          entities.find(({ metadata }) => String(ref).endsWith(metadata.name)),
      });
      const cached = new ComponentScope({ catalog });
      const ask = (credentials = options.credentials) =>
        cached.getComponents('component:default/storefront', { credentials });

      await Promise.all([ask(), ask()]);
      expect(catalog.getEntityByRef).toHaveBeenCalledTimes(1);
      await ask(mockCredentials.user('user:default/other'));
      expect(catalog.getEntityByRef).toHaveBeenCalledTimes(2);
      await cached.getComponents('component:default/storefront', {
        credentials: mockCredentials.service(),
      });
      await cached.getComponents('component:default/storefront', {
        credentials: mockCredentials.service(),
      });
      expect(catalog.getEntityByRef).toHaveBeenCalledTimes(4);

      jest.advanceTimersByTime(5_001);
      await ask();
      expect(catalog.getEntityByRef).toHaveBeenCalledTimes(5);
    } finally {
      jest.useRealTimers();
    }
  });
});
