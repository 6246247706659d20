import { freezeTime } from '@atrium/backend-common/testUtils';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import { RequestCounts } from './RequestCounts';

const SLOS = [
  { entityRef: 'component:default/a', name: 'availability', count: 100 },
  { entityRef: 'component:default/a', name: 'latency', count: 90 },
  { entityRef: 'component:default/b', name: 'availability', count: 7 },
  // Nobody called the one, nothing is known of the other.
  { entityRef: 'component:default/idle', name: 'availability', count: 0 },
  { entityRef: 'component:default/unseen', name: 'availability', count: 0 },
];

describe('RequestCounts', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  beforeAll(() => freezeTime('2026-11-02T10:00:00Z'));
  afterAll(() => jest.useRealTimers());

  it('has what the SLO with most requests counted, in place of the counts before', async () => {
    const knex = await openTestDatabase(databases);
    await knex('request_counts').insert([
      { entity_ref: 'component:default/gone', day: '2026-11-01', count: 5 },
      { entity_ref: 'component:default/a', day: '2026-10-31', count: 4 },
      { entity_ref: 'component:default/idle', day: '2026-11-01', count: 0 },
    ]);
    const getDailyCounts = jest.fn(
      async (queries: { sloName: string; entityRef: string }[]) =>
        queries.map(({ entityRef, sloName }) => {
          const slo = SLOS.find(
            one => one.entityRef === entityRef && one.name === sloName,
          );
          const total = (slo?.count ?? 0) * 1000;
          const minutes = {
            countedMinutes: 1440,
            measuredMinutes: /unseen/.test(entityRef) ? 0 : 1440,
            excludedMinutes: 0,
          };
          return {
            unit: 1000,
            exclusions: [],
            days: [{ day: '2026-11-01', good: total, total, ...minutes }],
          };
        }),
    );
    const counts = new RequestCounts({
      auth: mockServices.auth(),
      knex,
      slos: {
        getDailyCounts,
        getSlos: jest.fn().mockResolvedValue({
          items: [
            ...SLOS.map(slo => ({ ...slo, budgetingMethod: 'Occurrences' })),
            {
              entityRef: 'component:default/c',
              name: 'slices',
              budgetingMethod: 'Timeslices',
            },
          ],
          totalItems: 6,
        }),
      },
    });
    const period = { from: '2026-11-01', to: '2026-11-03' };
    // The day of b is new; that of what is gone is not there any more.
    await knex('request_counts').insert({
      entity_ref: 'component:default/a',
      day: '2026-11-01',
      count: 3,
    });
    expect(await counts.read(period)).toEqual({
      hasOthers: true,
      hasMore: false,
    });
    expect(getDailyCounts.mock.calls[0][0]).toHaveLength(5);
    expect(
      await knex('request_counts')
        .orderBy(['day', 'entity_ref'])
        .select(
          knex.raw('extract(day from day)::int AS date'),
          'entity_ref',
          'count',
        ),
    ).toEqual([
      { date: 31, entity_ref: 'component:default/a', count: '4' },
      { date: 1, entity_ref: 'component:default/a', count: '100' },
      { date: 1, entity_ref: 'component:default/b', count: '7' },
      { date: 1, entity_ref: 'component:default/idle', count: '0' },
    ]);
    const nothingNew = { hasOthers: false, hasMore: false };
    expect(await counts.read(period)).toEqual(nothingNew);
    // An SLO of another entity is read for the first time.
    await knex('request_counts')
      .where({ entity_ref: 'component:default/b' })
      .delete();
    expect(await counts.read(period)).toEqual({
      hasOthers: true,
      hasMore: true,
    });
    // Requests of today become more all the time.
    await knex('request_counts').insert({
      entity_ref: 'component:default/a',
      day: '2026-11-02',
      count: 1,
    });
    expect(await counts.read(period)).toEqual(nothingNew);
  });
});
