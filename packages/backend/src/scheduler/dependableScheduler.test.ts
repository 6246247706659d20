import {
  mockServices,
  ServiceFactoryTester,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { dependableScheduler } from './dependableScheduler';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

describe('dependableScheduler', () => {
  it('has its own poller wait for tasks, which runs at once what is triggered', async () => {
    const knex = await databases.init('POSTGRES_18');
    const stockPolls: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (sql.includes('as "ready"')) {
        stockPolls.push(sql);
      }
    });
    const shutdownHooks: (() => void | Promise<void>)[] = [];
    const rootLifecycle = mockServices.rootLifecycle.mock({
      addBeforeShutdownHook: hook => {
        shutdownHooks.push(hook);
      },
    });
    const scheduler = await ServiceFactoryTester.from(dependableScheduler, {
      dependencies: [
        mockServices.database.factory({ knex }),
        mockServices.httpAuth.mock().factory,
        mockServices.httpRouter.mock().factory,
        mockServices.permissions.mock().factory,
        rootLifecycle.factory,
      ],
    }).getSubject('slo');
    await new Promise<void>((resolve, reject) => {
      scheduler
        .scheduleTask({
          id: 'by-hand',
          frequency: { trigger: 'manual' },
          timeout: { minutes: 1 },
          fn: () => resolve(),
        })
        .then(() => scheduler.triggerTask('by-hand'))
        .catch(reject);
    });
    expect(stockPolls).toEqual([]);
    await Promise.all(shutdownHooks.map(hook => hook()));
  });
});
