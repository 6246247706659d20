import {
  coreServices,
  createServiceFactory,
  type RootHealthService,
} from '@backstage/backend-plugin-api';
import { databaseProbeServiceRef } from './DatabaseProbe';

type Health = Awaited<ReturnType<RootHealthService['getReadiness']>>;

const OK: Health = { status: 200, payload: { status: 'ok' } };

/**
 * Ready is a backend that has started, is not stopping, and whose database
 * answers. It lives in any case: a new process would not find another database.
 */
export const healthWithDatabase = createServiceFactory({
  service: coreServices.rootHealth,
  deps: {
    lifecycle: coreServices.rootLifecycle,
    probe: databaseProbeServiceRef,
  },
  factory({ lifecycle, probe }): RootHealthService {
    let obstacle: string | undefined = 'Backend has not started yet';
    lifecycle.addStartupHook(() => {
      obstacle = undefined;
    });
    lifecycle.addBeforeShutdownHook(() => {
      obstacle = 'Backend is shutting down';
    });
    lifecycle.addShutdownHook(() => probe.close());
    return {
      getLiveness: async () => OK,
      async getReadiness() {
        if (obstacle) {
          return notReady(obstacle);
        }
        return (await probe.isReachable())
          ? OK
          : notReady('The database does not answer');
      },
    };
  },
});

function notReady(message: string): Health {
  return { status: 503, payload: { status: 'error', message } };
}
