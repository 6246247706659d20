import {
  mockServices,
  ServiceFactoryTester,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { dependableScheduler } from './dependableScheduler';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** The scheduler of a plugin, as the backend has it. */
async function startScheduler(pluginId: string) {
  const knex = await databases.init('POSTGRES_18');
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
  }).getSubject(pluginId);
  return {
    knex,
    scheduler,
    stop: () => Promise.all(shutdownHooks.map(hook => hook())),
  };
}

describe('dependableScheduler', () => {
  it('has its own poller wait for tasks, which runs at once what is triggered', async () => {
    const { knex, scheduler, stop } = await startScheduler('slo');
    const stockPolls: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (sql.includes('as "ready"')) {
        stockPolls.push(sql);
      }
    });
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
    await stop();
  });

  it('runs a stock task as often as what it is for needs', async () => {
    const { knex, scheduler, stop } = await startScheduler('events');
    for (const id of ['event-bus-cleanup', 'other']) {
      await scheduler.scheduleTask({
        id,
        frequency: { seconds: 10 },
        initialDelay: { seconds: 10 },
        timeout: { minutes: 1 },
        fn: () => {},
      });
    }
    const rows = await knex('backstage_backend_tasks__tasks')
      .select('id', knex.raw("settings_json::json ->> 'cadence' AS cadence"))
      .orderBy('id');
    expect(rows).toEqual([
      { id: 'event-bus-cleanup', cadence: 'PT5M' },
      { id: 'other', cadence: 'PT10S' },
    ]);
    await stop();
  });
});
