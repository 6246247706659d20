import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Ownership } from './Ownership';

function group(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  };
}

const catalog = catalogServiceMock({
  entities: [
    group('company'),
    group('engineering', 'company'),
    group('commerce', 'engineering'),
    group('team-payments', 'commerce'),
    group('team-checkout', 'commerce'),
    group('finance', 'company'),
    // Each is below the other one.
    group('chicken', 'egg'),
    group('egg', 'chicken'),
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'mira', namespace: 'default' },
      relations: [{ type: 'memberOf', targetRef: 'group:default/commerce' }],
    },
  ],
});

const askAs = (...ownershipEntityRefs: string[]) =>
  new Ownership({
    catalog,
    userInfo: mockServices.userInfo({ ownershipEntityRefs }),
  }).getOwnerRefs({ credentials: mockCredentials.user() });

describe('Ownership', () => {
  it('gives the manager of a department the teams two levels below', async () => {
    expect(
      (await askAs('user:default/mira', 'group:default/engineering')).sort(),
    ).toEqual([
      'group:default/commerce',
      'group:default/engineering',
      'group:default/team-checkout',
      'group:default/team-payments',
      'user:default/mira',
    ]);
  });

  it('gives the member of a team nothing beside or above it', async () => {
    expect(
      await askAs('user:default/priya', 'group:default/team-payments'),
    ).toEqual(['user:default/priya', 'group:default/team-payments']);
  });

  it('means the groups of a person and those below by the person', async () => {
    const ownership = new Ownership({
      catalog,
      userInfo: mockServices.userInfo(),
    });
    const options = { credentials: mockCredentials.user() };
    expect(
      (await ownership.findOwnersBehind('user:default/mira', options)).sort(),
    ).toEqual([
      'group:default/commerce',
      'group:default/team-checkout',
      'group:default/team-payments',
      'user:default/mira',
    ]);
    await expect(
      ownership.findOwnersBehind('group:default/none', options),
    ).rejects.toThrow("No entity 'group:default/none'");
  });

  it('finds whom several mean by as many questions as the groups are deep', async () => {
    const spied = jest.spyOn(catalog, 'streamEntities');
    const ownership = new Ownership({
      catalog,
      userInfo: mockServices.userInfo(),
    });
    const found = await ownership.findOwnersBehindEach(
      [
        'user:default/mira',
        'group:default/none',
        'group:default/engineering',
        'group:default/egg',
        'group:default/team-checkout',
      ],
      { credentials: mockCredentials.user() },
    );
    expect(
      Object.fromEntries([...found].map(([ref, refs]) => [ref, refs.sort()])),
    ).toEqual({
      'user:default/mira': [
        'group:default/commerce',
        'group:default/team-checkout',
        'group:default/team-payments',
        'user:default/mira',
      ],
      'group:default/engineering': [
        'group:default/commerce',
        'group:default/engineering',
        'group:default/team-checkout',
        'group:default/team-payments',
      ],
      'group:default/egg': ['group:default/chicken', 'group:default/egg'],
      'group:default/team-checkout': ['group:default/team-checkout'],
    });
    // Below those asked for, and below the two that this finds.
    expect(spied).toHaveBeenCalledTimes(2);
    spied.mockRestore();
  });

  it('ends where groups are in a circle', async () => {
    expect((await askAs('group:default/egg')).sort()).toEqual([
      'group:default/chicken',
      'group:default/egg',
    ]);
  });

  it('asks the catalog once for what a page asks several times', async () => {
    const spied = catalogServiceMock({ entities: [] });
    const streamEntities = jest.spyOn(spied, 'streamEntities');
    const ownership = new Ownership({
      catalog: spied,
      userInfo: mockServices.userInfo({
        ownershipEntityRefs: ['group:default/finance'],
      }),
    });
    const options = { credentials: mockCredentials.user() };
    await Promise.all([
      ownership.getOwnerRefs(options),
      ownership.getOwnerRefs(options),
    ]);
    expect(streamEntities).toHaveBeenCalledTimes(1);
  });
});
