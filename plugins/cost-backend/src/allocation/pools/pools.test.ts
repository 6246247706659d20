import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  emptyTables,
  openTestDatabase,
} from '../../__testUtils__/openTestDatabase';
import { startAllocationParts } from '../../__testUtils__/startAllocationParts';

const A = 'component:default/a';
const B = 'component:default/b';
const C = 'component:default/c';

/** Rules by tag, and the rest to a pool. */
const withPool = (pool: object) => ({
  rules: [
    {
      name: 'own',
      match: { tags: { service: '*' } },
      to: { entity: 'component:default/${{ tags.service }}' },
    },
    { name: 'rest', match: { source: '*' }, to: { pool: 'shared' } },
  ],
  pools: [{ name: 'shared', ...pool }],
});

describe('pools', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: ReturnType<typeof startAllocationParts>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    portal = startAllocationParts(knex);
  });

  beforeEach(async () => {
    await emptyTables(knex);
    await portal.setEntities([
      { ref: A, type: 'service', owner: 'group:default/payments' },
      { ref: B, type: 'service', system: 'system:default/shop' },
      { ref: C, type: 'website' },
      { ref: 'group:default/payments', system: 'group:default/division' },
    ]);
    await portal.bring([
      { day: '2026-11-01', billed: '30', tags: { service: 'a' } },
      { day: '2026-11-02', billed: '10', tags: { service: 'b' } },
      { day: '2026-11-02', billed: '100' },
    ]);
  });

  /** What the parts of 100 are, by entity; `left` is what the pool keeps. */
  const partsOf = async (pool: object) => {
    await portal.publish(withPool(pool));
    const shown = await portal.shown();
    const total = Object.values(shown).map(Number);
    expect(total.reduce((sum, amount) => sum + amount, 0)).toBe(140);
    const part = (ref: string) => shown[`entity ${ref} of shared EUR`];
    const left =
      Number(shown['pool shared EUR']) +
      Number(shown['pool shared of shared EUR'] ?? 0);
    return { a: part(A), b: part(B), c: part(C), left };
  };

  it.each([
    ['nobody without a split', {}, { left: 100 }],
    [
      'all components evenly, the unit that is left over to the first',
      { split: { by: 'even' } },
      { a: '33.3333333334', b: '33.3333333333', c: '33.3333333333', left: 0 },
    ],
    [
      'those of a type',
      { split: { by: 'even' }, among: { types: ['website'] } },
      { c: '100', left: 0 },
    ],
    [
      'those of a system',
      { split: { by: 'even' }, among: { systems: ['system:default/shop'] } },
      { b: '100', left: 0 },
    ],
    [
      'those of owners and the groups below them',
      { split: { by: 'even' }, among: { owners: ['group:default/division'] } },
      { a: '100', left: 0 },
    ],
    [
      'by weight, but nobody who is gone',
      {
        split: {
          by: 'weights',
          weights: { [A]: 1, [B]: 0.5, 'component:default/gone': 7 },
        },
      },
      { a: '66.6666666667', b: '33.3333333333', left: 0 },
    ],
    [
      'by what each costs directly: 30 and 10',
      { split: { by: 'direct-cost' } },
      { a: '75', b: '25', left: 0 },
    ],
    [
      'nobody where nobody weighs anything',
      { split: { by: 'metric', unit: 'order' } },
      { left: 100 },
    ],
  ])('give to %s', async (_case, pool, expected) => {
    expect(await partsOf(pool)).toEqual({
      a: undefined,
      b: undefined,
      c: undefined,
      ...expected,
    });
  });

  it('give by requests and by orders of the month', async () => {
    await knex('request_counts').insert([
      { entity_ref: A, day: '2026-11-30', count: 1 },
      { entity_ref: B, day: '2026-11-01', count: 3 },
      { entity_ref: B, day: '2026-10-31', count: 100 },
    ]);
    await knex('metric_counts').insert([
      { entity_ref: C, unit: 'order', day: '2026-11-05', count: 2 },
      { entity_ref: B, unit: 'call', day: '2026-11-05', count: 2 },
    ]);
    expect(await partsOf({ split: { by: 'requests' } })).toMatchObject({
      a: '25',
      b: '75',
    });
    expect(
      await partsOf({ split: { by: 'metric', unit: 'order' } }),
    ).toMatchObject({ c: '100' });
    await knex('metric_counts').insert([
      { entity_ref: A, unit: 'order', day: '2026-11-06', count: 2 },
    ]);
    await portal.changes.splitAgain(['2026-11-01']);
    expect(await portal.shown()).toMatchObject({
      [`entity ${A} of shared EUR`]: '50',
      [`entity ${C} of shared EUR`]: '50',
    });
  });

  it('give by what OpenCost measured in a cluster', async () => {
    await portal.publish(withPool({ split: { by: 'usage', cluster: 'main' } }));
    const ofCluster = (service: string, cluster: string, billed: string) => ({
      day: '2026-11-03',
      billed,
      tags: { service, 'kubernetes.cluster': cluster },
    });
    const importId = await portal.bring(
      [
        ofCluster('a', 'main', '1'),
        ofCluster('c', 'main', '4'),
        ofCluster('b', 'other', '9'),
      ],
      'cluster',
    );
    await knex('imports')
      .where({ id: importId })
      .update({ format: 'opencost' });
    await portal.changes.splitAgain(['2026-11-01']);
    expect(await portal.shown()).toMatchObject({
      [`entity ${A} of shared EUR`]: '20',
      [`entity ${C} of shared EUR`]: '80',
      'pool shared of shared EUR': '-100',
    });
  });

  it('split the days of a month by the rules of each', async () => {
    await portal.publish(withPool({ split: { by: 'even' } }));
    await portal.publish({
      appliesFrom: '2026-11-03',
      ...withPool({ split: { by: 'weights', weights: { [C]: 1 } } }),
    });
    await portal.bring([{ day: '2026-11-03', billed: '5' }], 'azure');
    expect(await portal.shown({ from: '2026-11-03' })).toEqual({
      [`entity ${C} of shared EUR`]: '5',
      'pool shared EUR': '5',
      'pool shared of shared EUR': '-5',
    });
    expect(await portal.shown({ to: '2026-11-03' })).toMatchObject({
      [`entity ${A} of shared EUR`]: '33.3333333334',
    });
  });
});
