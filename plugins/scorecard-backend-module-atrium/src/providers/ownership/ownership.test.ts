import {
  createTestDatabase,
  freezeTime,
  startTestPortal,
} from '@atrium/backend-common/testUtils';
import {
  type FactProvider,
  factProvidersExtensionPoint,
} from '@atrium/plugin-scorecard-node';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { collectFacts } from '../../__testUtils__/collectFacts';
import {
  sampleComponent,
  sampleGroup,
} from '../../__testUtils__/sampleEntities';
import scorecardModuleAtrium from '../../index';

const ownedBy = (owner: string) => ({
  relations: [['ownedBy', `group:default/${owner}`]] satisfies [
    string,
    string,
  ][],
});
const shop = sampleComponent('shop', ownedBy('team-payments'));
const unowned = sampleComponent('unowned');
const permission = 'scorecard.ownership.confirm';
const priya = mockCredentials.user.header('user:default/priya');

describe('ownership', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const providers = new Map<string, FactProvider>();
  const refresh = jest.fn();
  let portal: Awaited<ReturnType<typeof startTestPortal>>;

  beforeAll(async () => {
    portal = await startTestPortal({
      pluginId: 'scorecard',
      knex: await createTestDatabase(databases),
      features: [
        scorecardModuleAtrium,
        createBackendPlugin({
          pluginId: 'scorecard',
          register(env) {
            env.registerExtensionPoint(factProvidersExtensionPoint, {
              addProvider: provider =>
                providers.set(provider.description.id, provider),
              refresh,
              refreshUnknown: async () => {},
            });
            env.registerInit({ deps: {}, init: async () => {} });
          },
        }),
        catalogServiceMock.factory({
          entities: [
            shop,
            unowned,
            sampleGroup('team-payments', ['priya', 'jonas']),
            sampleGroup('team-shop'),
          ],
        }),
      ],
    });
    freezeTime('2026-11-28T12:00:00Z');
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(() => {
    portal.forget();
    refresh.mockClear();
  });

  const confirm = (body: object, authorization = priya) =>
    portal.ask('post', '/ownership-confirmations', authorization).send(body);

  const valuesOf = async (...entities: Entity[]) => {
    const provider = providers.get('ownership');
    const facts = provider && (await collectFacts(provider, entities));
    return [...(facts?.values() ?? [])].map(({ values }) => values);
  };

  it('adds every provider', () => {
    expect([...providers.keys()]).toEqual(
      expect.arrayContaining(['catalog', 'ownership', 'delivery', 'slo']),
    );
  });

  it('counts from when somebody of the owner confirmed', async () => {
    expect(await valuesOf(shop, unowned)).toEqual([
      { confirmed: false, members: 2 },
      { confirmed: false },
    ]);
    const { status, body } = await confirm({
      entityRef: 'Component:default/Shop',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      entityRef: 'component:default/shop',
      ownerRef: 'group:default/team-payments',
      confirmedBy: 'user:default/priya',
      confirmedAt: '2026-11-28T12:00:00.000Z',
    });
    expect(portal.audited).toEqual(['ownership-confirm succeeded']);
    expect(refresh).toHaveBeenCalledWith('ownership', [
      'component:default/shop',
    ]);

    jest.setSystemTime(new Date('2026-12-08T13:00:00Z'));
    expect(await valuesOf(shop)).toEqual([
      {
        confirmed: true,
        confirmedAt: '2026-11-28T12:00:00.000Z',
        daysSinceConfirmed: 10,
        members: 2,
      },
    ]);
    // It was another owner who said so.
    const sold = {
      ...shop,
      relations: sampleComponent('x', ownedBy('team-shop')).relations,
    };
    expect(await valuesOf(sold)).toEqual([{ confirmed: false, members: 0 }]);

    expect(
      (await confirm({ entityRef: 'component:default/shop' })).status,
    ).toBe(201);
    expect(await valuesOf(shop)).toMatchObject([{ daysSinceConfirmed: 0 }]);
  });

  it('refuses whoever may not, and what cannot be', async () => {
    portal.denied.add(`${permission} component:default/shop`);
    const refused = await confirm({ entityRef: 'component:default/shop' });
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('group:default/team-payments');
    expect(portal.audited).toEqual(['ownership-confirm failed']);
    for (const [body, status] of [
      [{ entityRef: 'component:default/gone' }, 404],
      [{ entityRef: 'component:default/unowned' }, 409],
      [{ entityRef: 'shop' }, 400],
      [{ entityRef: 'component:default/shop', at: '2020-01-01' }, 400],
    ] as const) {
      expect((await confirm(body)).status).toBe(status);
    }
    const asService = await confirm(
      { entityRef: 'component:default/shop' },
      mockCredentials.service.header(),
    );
    expect(asService.status).toBe(403);
    expect(refresh).not.toHaveBeenCalled();
  });
});
