import {
  createServiceFactory,
  coreServices,
  type RootHealthService,
  type RootLifecycleService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { type DatabaseProbe, databaseProbeServiceRef } from './DatabaseProbe';
import { healthWithDatabase } from './healthWithDatabase';

async function createHealth(probe: { isReachable: () => Promise<boolean> }) {
  const hooks: Record<string, () => unknown> = {};
  const lifecycle: RootLifecycleService = {
    addStartupHook: hook => {
      hooks.startup = hook;
    },
    addBeforeShutdownHook: hook => {
      hooks.beforeShutdown = hook;
    },
    addShutdownHook: () => {},
  };
  const health: RootHealthService = await ServiceFactoryTester.from(
    healthWithDatabase,
    {
      dependencies: [
        mockServices.rootLogger.factory(),
        createServiceFactory({
          service: coreServices.rootLifecycle,
          deps: {},
          factory: () => lifecycle,
        }),
        createServiceFactory({
          service: databaseProbeServiceRef,
          deps: {},
          factory: () => probe as DatabaseProbe,
        }),
      ],
    },
  ).getSubject();
  return { health, hooks };
}

describe('healthWithDatabase', () => {
  it('is ready from the start to the stop, as long as the database answers', async () => {
    const probe = { isReachable: async () => true };
    const { health, hooks } = await createHealth(probe);
    expect(await health.getReadiness()).toEqual({
      status: 503,
      payload: { status: 'error', message: 'Backend has not started yet' },
    });

    hooks.startup();
    expect(await health.getReadiness()).toMatchObject({ status: 200 });

    probe.isReachable = async () => false;
    expect(await health.getReadiness()).toEqual({
      status: 503,
      payload: { status: 'error', message: 'The database does not answer' },
    });
    expect(await health.getLiveness()).toMatchObject({ status: 200 });

    probe.isReachable = async () => true;
    hooks.beforeShutdown();
    expect(await health.getReadiness()).toEqual({
      status: 503,
      payload: { status: 'error', message: 'Backend is shutting down' },
    });
  });
});
