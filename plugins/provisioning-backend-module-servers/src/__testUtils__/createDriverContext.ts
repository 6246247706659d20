import type { DriverContext } from '@atrium/plugin-provisioning-node';
import { mockServices } from '@backstage/backend-test-utils';

/** What a driver is given for one call. */
export function createDriverContext(): DriverContext {
  return {
    signal: AbortSignal.timeout(60_000),
    idempotencyKey: 'step',
    progress: () => undefined,
    logger: mockServices.logger.mock(),
  };
}
