import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
  type DatabaseService,
  type LoggerService,
  type RootLifecycleService,
  type SchedulerService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { stringifyError } from '@backstage/errors';
import { createSchedulerGuard } from './createSchedulerGuard';
import { DuePoller } from './DuePoller';
import { readTaskStates } from './readTaskStates';
import { type RunLocks, runLocksServiceRef } from './RunLocks';

/** Of stock tasks that run more often than what they are for needs. */
const FREQUENCIES: Record<
  string,
  SchedulerServiceTaskScheduleDefinition['frequency']
> = {
  // Every ten seconds, for events that are kept for ten minutes at least.
  'events event-bus-cleanup': { minutes: 5 },
};

const LOOK_EVERY_MS = 5_000;
/** Also where no process was seen to end. */
const FREE_EVERY_MS = 60_000;

/**
 * The stock scheduler, but it asks for due tasks when some are due, no task waits
 * for a process that is gone, and its routes ask the permission policy: the stock
 * ones let everybody who is signed in start and stop every task.
 *
 * @remarks
 * A process that is told to stop begins no task and ends what it runs at once,
 * while its database is still there; the stock scheduler is told together with
 * the pools, and a task that is cut off there stays taken until its timeout.
 * Tasks of a process that was killed are free again after some 15 seconds.
 */
export const dependableScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    database: coreServices.database,
    httpAuth: coreServices.httpAuth,
    httpRouter: coreServices.httpRouter,
    locks: runLocksServiceRef,
    logger: coreServices.logger,
    metrics: metricsServiceRef,
    permissions: coreServices.permissions,
    pluginMetadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
  },
  factory({ locks, httpAuth, permissions, ...deps }) {
    // Before the routes that it guards.
    deps.httpRouter.use(createSchedulerGuard({ httpAuth, permissions }));
    const pluginId = deps.pluginMetadata.getId();
    const scheduler = DefaultSchedulerService.create({
      ...deps,
      rootLifecycle: stopEarly(deps.rootLifecycle),
    });
    const poller = new DuePoller({
      logger: deps.logger,
      read: async ids => readTaskStates(await deps.database.getClient(), ids),
    });
    replacePoller(scheduler, poller);
    let database: Promise<string> | undefined;
    let isWatched = false;
    return withLocks(scheduler, {
      frequencyOf: taskId => FREQUENCIES[`${pluginId} ${taskId}`],
      async hold(taskId, run) {
        database ??= readDatabaseName(deps.database);
        const name = await database.catch(error => {
          database = undefined;
          throw error;
        });
        await locks.hold({ database: name, pluginId, taskId }, run);
      },
      async onGlobalTask() {
        locks.use(await deps.database.getClient());
        if (!isWatched) {
          isWatched = true;
          freeRegularly(locks, {
            ...deps,
            pluginId,
            onFreed: () => poller.wake(),
          });
        }
      },
    });
  },
});

async function readDatabaseName(database: DatabaseService): Promise<string> {
  const knex = await database.getClient();
  const { rows } = await knex.raw('SELECT current_database() AS name');
  return rows[0].name;
}

function stopEarly(lifecycle: RootLifecycleService): RootLifecycleService {
  return {
    addStartupHook: (hook, options) => lifecycle.addStartupHook(hook, options),
    addBeforeShutdownHook: hook => lifecycle.addBeforeShutdownHook(hook),
    addShutdownHook: hook => lifecycle.addBeforeShutdownHook(hook),
  };
}

/** The stock scheduler makes its poller with the first task, unless it has one. */
function replacePoller(scheduler: SchedulerService, poller: DuePoller): void {
  const triggerTask = scheduler.triggerTask.bind(scheduler);
  Object.assign(scheduler, {
    poller,
    // Its routes trigger by it, too.
    async triggerTask(id: string) {
      await triggerTask(id);
      poller.wake();
    },
  });
}

function withLocks(
  scheduler: SchedulerService,
  options: {
    frequencyOf(
      taskId: string,
    ): SchedulerServiceTaskScheduleDefinition['frequency'] | undefined;
    hold(taskId: string, run: () => Promise<void>): Promise<void>;
    onGlobalTask(): Promise<void>;
  },
): SchedulerService {
  const scheduleTask: SchedulerService['scheduleTask'] = async task => {
    if (task.scope === 'local') {
      await scheduler.scheduleTask(task);
      return;
    }
    await options.onGlobalTask();
    await scheduler.scheduleTask({
      ...task,
      frequency: options.frequencyOf(task.id) ?? task.frequency,
      fn: signal => options.hold(task.id, async () => task.fn(signal)),
    });
  };
  return {
    scheduleTask,
    triggerTask: id => scheduler.triggerTask(id),
    cancelTask: id => scheduler.cancelTask(id),
    getScheduledTasks: () => scheduler.getScheduledTasks(),
    createScheduledTaskRunner: schedule => ({
      run: task => scheduleTask({ ...task, ...schedule }),
    }),
  };
}

function freeRegularly(
  locks: RunLocks,
  options: {
    database: DatabaseService;
    logger: LoggerService;
    pluginId: string;
    rootLifecycle: RootLifecycleService;
    onFreed(): void;
  },
): void {
  const { database, logger, onFreed, pluginId, rootLifecycle } = options;
  let freedAt = 0;
  const free = async () => {
    try {
      const knex = await database.getClient();
      const isDue = Date.now() - freedAt >= FREE_EVERY_MS;
      if (!isDue && !(await locks.hasProcessEnded(knex))) {
        return;
      }
      const freed = await locks.freeAbandoned(knex, pluginId);
      freedAt = Date.now();
      if (freed.length > 0) {
        logger.info('Tasks of a process that is gone are due again', {
          tasks: freed.join(', '),
        });
        onFreed();
      }
    } catch (error) {
      logger.debug('Could not look for tasks of processes that are gone', {
        reason: stringifyError(error),
      });
    }
  };
  const timer = setInterval(() => void free(), LOOK_EVERY_MS);
  timer.unref();
  rootLifecycle.addBeforeShutdownHook(() => clearInterval(timer));
}
