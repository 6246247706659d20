import { freezeTime } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { fillSums } from '../__testUtils__/fillSums';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import {
  engineering,
  fillEntities,
  ledger,
  payments,
  shop,
  teamLedger,
  teamPayments,
} from '../__testUtils__/sampleOrganization';
import { startCost } from '../__testUtils__/startCost';

describe('costPlugin, answers for owners only', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let cost: Awaited<ReturnType<typeof startCost>>;

  beforeAll(async () => {
    freezeTime('2027-03-06T10:00:00Z');
    const knex = await openTestDatabase(databases);
    cost = await startCost({
      knex,
      config: { access: { totals: 'owners' } },
      hasClosedTotals: true,
    });
    await fillEntities(knex);
    await fillSums(
      knex,
      [payments, ledger, shop].map(entityRef => ({
        day: '2027-03-04',
        amount: '12',
        entityRef,
      })),
    );
  });

  afterAll(() => jest.useRealTimers());

  const statusOf = async (name: string, path: string) =>
    (await cost.as(name).get(path)).status;

  it.each([
    ['payments-dev', `entityRef=${payments}`, 200],
    ['payments-dev', `entityRef=${teamPayments}`, 200],
    ['payments-dev', `entityRef=${ledger}`, 403],
    ['payments-dev', `entityRef=${engineering}`, 403],
    ['payments-dev', '', 403],
    // The ledger is of a team below the department.
    ['manager', `entityRef=${ledger}`, 200],
    ['manager', `entityRef=${teamLedger}`, 200],
    ['manager', `entityRef=${shop}`, 403],
    ['manager', '', 403],
    ['controller', '', 200],
    ['controller', `entityRef=${teamLedger}`, 200],
  ])('%s asks for %s: %s', async (name, query, status) => {
    expect(await statusOf(name, `/summary?${query}`)).toBe(status);
  });

  it('say nothing to tokens that may not read bills', async () => {
    const read = (path: string, subject = 'external:orders') =>
      cost.ask(
        'get',
        path,
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(subject),
          targetPluginId: 'cost',
        }),
      );
    for (const path of [
      '/summary',
      `/summary?entityRef=${payments}`,
      '/allocation',
    ]) {
      expect([path, (await read(path)).status]).toEqual([path, 403]);
      const byPlugin = await read(path, 'plugin:provisioning');
      expect([path, byPlugin.status]).toEqual([path, 200]);
    }
    const { body } = await read(`/summaries?entityRef=${payments}`);
    expect(body.items).toEqual([]);
  });

  it('say nothing of the organisation to who may not know', async () => {
    const { body } = await cost
      .as('payments-dev')
      .get(`/summary?entityRef=${payments}`);
    expect(body).not.toHaveProperty('unallocated');
    expect(body).not.toHaveProperty('coverage');
    const summaries = await cost
      .as('payments-dev')
      .get(`/summaries?entityRef=${payments}&entityRef=${ledger}`);
    expect(summaries.body.items).toMatchObject([{ entityRef: payments }]);
  });
});
