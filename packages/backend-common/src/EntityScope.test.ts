import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { EntityScope } from './EntityScope';
import { Ownership } from './Ownership';
import { VisibleEntities } from './VisibleEntities';

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
  entity('Domain', 'company', { partOf: 'domain:default/billing-ring' }),
  entity('Domain', 'billing-ring', { partOf: 'domain:default/company' }),
  entity('Domain', 'commerce', { partOf: 'domain:default/billing-ring' }),
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
  entity('Component', 'storefront', {
    partOf: 'system:default/shop',
    ownedBy: 'group:default/engineering',
  }),
  entity('Component', 'notebook', { ownedBy: 'user:default/priya' }),
  entity('API', 'payment-api'),
];

const options = { credentials: mockCredentials.user() };

describe('EntityScope', () => {
  const members = { kind: 'component' };
  const kinds = ['component'];
  const catalog = catalogServiceMock({ entities });
  const ownership = new Ownership({
    catalog,
    userInfo: mockServices.userInfo(),
  });
  const decide = jest.fn();
  const visible = new VisibleEntities({
    catalog,
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [decide()],
    }),
  });
  const listOwnRefs = async () => [
    'component:default/gone',
    'component:default/notebook',
    'component:default/storefront',
  ];
  const common = { catalog, ownership, visible, listOwnRefs };
  const scope = new EntityScope({ ...common, members, kinds });

  it.each([
    ['component:default/storefront', ['storefront']],
    ['system:default/billing', ['ledger-service', 'payment-service']],
    ['domain:default/commerce', ['ledger-service', 'payment-service']],
    ['domain:default/company', ['ledger-service', 'payment-service']],
    ['group:default/ledger', ['ledger-service']],
    ['group:default/payments', ['ledger-service', 'payment-service']],
    [
      'group:default/engineering',
      ['ledger-service', 'payment-service', 'storefront'],
    ],
    ['user:default/priya', ['ledger-service', 'notebook', 'payment-service']],
  ])('takes %s for its components', async (ref, names) => {
    expect(await scope.getEntities(ref, options)).toEqual(
      names.map(name => `component:default/${name}`),
    );
  });

  it('knows nothing of what is hidden, and refuses what has no components', async () => {
    await expect(
      scope.getEntities('component:default/hidden', options),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      scope.getEntities('api:default/payment-api', options),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('takes an entity for itself and its members where these are of any kind', async () => {
    const everything = new EntityScope({ ...common, members: {} });
    expect(
      await everything.getEntities('group:default/ledger', options),
    ).toEqual(['group:default/ledger', 'component:default/ledger-service']);
    expect(
      await everything.getEntities('api:default/payment-api', options),
    ).toEqual(['api:default/payment-api']);
  });

  it('takes all of its own where somebody may see everything, without the catalog', async () => {
    decide.mockReturnValue({ result: AuthorizeResult.ALLOW });
    const unasked = catalogServiceMock.mock();
    const all = new EntityScope({
      ...common,
      catalog: unasked,
      members,
      kinds,
    });
    expect(await all.getEntities(undefined, options)).toEqual(
      await listOwnRefs(),
    );
  });

  it.each([
    ['many', entities, 'getEntitiesByRefs'],
    ['few', entities.slice(-2), 'streamEntities'],
  ] as const)(
    'asks about its own where somebody may see %s others',
    async (_, seen, asked) => {
      decide.mockReturnValue({ result: AuthorizeResult.CONDITIONAL });
      const seenCatalog = catalogServiceMock({ entities: seen });
      const spy = jest.spyOn(seenCatalog, asked);
      const some = new EntityScope({
        ...common,
        catalog: seenCatalog,
        visible: new VisibleEntities({
          catalog: seenCatalog,
          permissions: mockServices.permissions.mock({
            authorizeConditional: async () => [decide()],
          }),
        }),
        members,
        kinds,
      });
      expect(await some.getEntities(undefined, options)).toEqual(
        seen === entities
          ? ['component:default/notebook', 'component:default/storefront']
          : ['component:default/notebook'],
      );
      expect(spy).toHaveBeenCalledTimes(1);
    },
  );

  it('asks once for a user within a few seconds, and each time for others', async () => {
    jest.useFakeTimers();
    try {
      const spied = catalogServiceMock.mock({
        getEntityByRef: async ref =>
          entities.find(({ metadata }) => String(ref).endsWith(metadata.name)),
      });
      const cached = new EntityScope({
        ...common,
        catalog: spied,
        members,
        kinds,
      });
      const ask = (credentials = options.credentials) =>
        cached.getEntities('component:default/storefront', { credentials });

      await Promise.all([ask(), ask()]);
      expect(spied.getEntityByRef).toHaveBeenCalledTimes(1);
      await ask(mockCredentials.user('user:default/other'));
      expect(spied.getEntityByRef).toHaveBeenCalledTimes(2);
      await cached.getEntities('component:default/storefront', {
        credentials: mockCredentials.service(),
      });
      await cached.getEntities('component:default/storefront', {
        credentials: mockCredentials.service(),
      });
      expect(spied.getEntityByRef).toHaveBeenCalledTimes(4);

      jest.advanceTimersByTime(5_001);
      await ask();
      expect(spied.getEntityByRef).toHaveBeenCalledTimes(5);
    } finally {
      jest.useRealTimers();
    }
  });
});
