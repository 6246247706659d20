import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

/** A scheduler that runs no task: where what is measured is answers alone. */
export function createIdleScheduler() {
  return createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () => ({
      scheduleTask: async () => {},
      triggerTask: async () => {},
      cancelTask: async () => {},
      getScheduledTasks: async () => [],
      createScheduledTaskRunner: () => ({ run: async () => {} }),
    }),
  });
}
