import { setTimeout as sleep } from 'node:timers/promises';
import type { RootHttpRouterConfigureContext } from '@backstage/backend-defaults/rootHttpRouter';
import type {
  LifecycleService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { RequestDrain } from './RequestDrain';

const DELAY_KEY = 'backend.lifecycle.serverShutdownDelay';

/** How long requests that are under way after the delay may still take. */
const DRAIN_MS = 3_000;

/** How long plugins may take to put down their work after that. */
const SHUTDOWN_MS = 2_000;

/**
 * Has a server stop in an order that no request notices: readiness turns red,
 * load balancers have the configured delay to see that, what is under way is
 * answered, and only then connections are refused, plugins stop and pools close.
 * The process is gone 5.5 seconds after the delay, whatever a plugin waits for.
 *
 * @remarks The stock order has plugins refuse requests first, and closes the
 * pools of the database while requests use them.
 */
export function stopByDraining(context: RootHttpRouterConfigureContext): void {
  const { config, lifecycle, logger, server } = context;
  if (!isRootLifecycle(lifecycle)) {
    throw new Error('The root HTTP router is not told before the shutdown');
  }
  const delayMs = config.has(DELAY_KEY)
    ? durationToMilliseconds(readDurationFromConfig(config, { key: DELAY_KEY }))
    : 0;
  const drain = new RequestDrain(server);
  // It is stopped already when the stock hook wants to.
  Object.assign(server, { stop: () => drain.close() });
  lifecycle.addBeforeShutdownHook(async () => {
    drain.begin();
    await sleep(delayMs);
    const unanswered = await drain.wait(DRAIN_MS);
    if (unanswered > 0) {
      logger.warn('Stopping although some requests are not answered', {
        unanswered,
      });
    }
    await drain.close();
    setTimeout(() => {
      logger.warn('Some work did not stop in time, and is cut off');
      process.exit(1);
    }, SHUTDOWN_MS).unref();
  });
}

/** It always is one, but its type does not say so. */
function isRootLifecycle(
  lifecycle: LifecycleService,
): lifecycle is RootLifecycleService {
  return 'addBeforeShutdownHook' in lifecycle;
}
