import { freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { fillSums } from '../../__testUtils__/fillSums';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import { teamShop } from '../../__testUtils__/sampleOrganization';
import { startCost } from '../../__testUtils__/startCost';
import { listDays } from '../../calendar/days';

describe('unusual cost of a group itself', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  afterAll(() => jest.useRealTimers());

  it('is told to its members, who may say why', async () => {
    freezeTime('2027-03-16T10:00:00Z');
    const knex = await openTestDatabase(databases);
    const cost = await startCost({ knex });
    await knex('entities').insert({
      entity_ref: teamShop,
      kind: 'group',
      title: 'Shop',
      owner_refs: [],
      system_refs: [],
      hash: '',
    });
    // 2 euros on each day; on 14 March 62.
    await fillSums(
      knex,
      listDays('2026-12-01', '2027-03-15').map(day => ({
        day,
        amount: day === '2027-03-14' ? '62' : '2',
        entityRef: teamShop,
      })),
    );
    // The first time it waits whether the sums stay as they are.
    await cost.runTask('cost-anomalies');
    await cost.runTask('cost-anomalies');
    await cost.runTask('cost-messages');
    expect(cost.notifications).toMatchObject([
      {
        recipients: { entityRef: [teamShop] },
        payload: { title: 'Shop cost €60.00 more than usual on 14 Mar 2027' },
      },
    ]);

    const { body } = await cost.as('shop-dev').get('/anomalies');
    const acknowledge = async (name: string) => {
      const { status } = await cost
        .as(name)
        .post(`/anomalies/${body.items[0].id}/acknowledge`, {
          reason: 'A load test before the launch',
        });
      return status;
    };
    expect(await acknowledge('payments-dev')).toBe(403);
    expect(await acknowledge('shop-dev')).toBe(200);
  });
});
