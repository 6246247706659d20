import { freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { fillSums } from '../__testUtils__/fillSums';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { fillEntities, payments } from '../__testUtils__/sampleOrganization';
import { startCost } from '../__testUtils__/startCost';
import { listDays } from '../calendar/days';

describe('charges for a whole month', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  afterAll(() => jest.useRealTimers());

  it.each(['Usage', 'Purchase'])(
    'make no day look known whose %s is not, nor cheap',
    async category => {
      freezeTime('2026-11-20T10:00:00Z');
      const knex = await openTestDatabase(databases);
      const cost = await startCost({ knex });
      await fillEntities(knex);
      await knex('sources')
        .insert({ name: 'cloud', kind: 's3' })
        .onConflict('name')
        .merge();
      const months = [
        ['2026-09-01', '2026-10-01'],
        ['2026-10-01', '2026-11-01'],
        ['2026-11-01', '2026-12-01'],
      ];
      await fillSums(knex, [
        // 10 a day; what was used after 10 November is not known.
        ...listDays('2026-09-01', '2026-11-11').map(day => ({
          day,
          amount: '10',
          entityRef: payments,
        })),
        // And 1 a day of a fee for each month.
        ...months.flatMap(([from, to]) =>
          listDays(from, to).map(day => ({
            day,
            amount: '1',
            entityRef: payments,
            service: 'Support',
            category,
            isCarried: day !== from,
          })),
        ),
      ]);
      const { body } = await cost
        .as('manager')
        .get(`/summary?entityRef=${payments}`);
      expect(body).toMatchObject({
        period: { from: '2026-11-01', to: '2026-11-11' },
        freshness: {
          completeUntil: '2026-11-11',
          silentSources: [
            { source: 'cloud', lastDay: '2026-11-10', isWaitedFor: true },
          ],
        },
        // 10 × 11.
        monthToDate: '110',
        sameDaysLastMonth: '110',
        // 31 × 11.
        lastMonth: '341',
        // 30 × 11.
        forecast: { amount: '330' },
      });
      // The list of sources says the same of it.
      const sources = await cost.as('controller').get('/sources');
      expect(sources.body.items).toMatchObject([
        { name: 'cloud', lastDay: '2026-11-10' },
      ]);
    },
  );

  it('are no charges of days to come, where a source has nothing else', async () => {
    freezeTime('2026-11-20T10:00:00Z');
    const knex = await openTestDatabase(databases);
    const cost = await startCost({ knex });
    await fillEntities(knex);
    await knex('sources')
      .insert({ name: 'cloud', kind: 's3' })
      .onConflict('name')
      .merge();
    await fillSums(
      knex,
      listDays('2026-11-01', '2026-12-01').map(day => ({
        day,
        amount: '1',
        entityRef: payments,
        isCarried: day !== '2026-11-01',
      })),
    );
    const { body } = await cost.as('controller').get('/sources');
    expect(body.items).toMatchObject([
      { name: 'cloud', lastDay: '2026-11-19' },
    ]);
  });
});
