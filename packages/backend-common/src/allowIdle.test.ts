import { TestDatabases } from '@backstage/backend-test-utils';
import { createTestDatabase, limitIdleTransactions } from './__testUtils__';
import { allowIdle } from './allowIdle';

describe('allowIdle', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('lets one transaction be idle for longer than others', async () => {
    const knex = await limitIdleTransactions(
      await createTestDatabase(databases),
      200,
    );
    const wait = () => new Promise(resolve => setTimeout(resolve, 600));
    try {
      await knex.transaction(async trx => {
        await allowIdle(trx);
        await wait();
        await trx.raw('SELECT 1');
      });
      await expect(
        knex.transaction(async trx => {
          await trx.raw('SELECT 1');
          await wait();
          await trx.raw('SELECT 1');
        }),
      ).rejects.toThrow();
    } finally {
      await knex.destroy();
    }
  });
});
