import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AlreadyRunningError, WorldLock } from '../world/WorldLock.ts';

/**
 * Does something in `dist` folders of the checkout while no other launcher
 * does: two builds at once, of `npm start` and `npm test`, would mix their
 * files.
 */
export async function withBuildLock<T>(
  root: string,
  build: () => Promise<T>,
): Promise<T> {
  const lock = await waitForLock(join(root, '.atrium', 'build'));
  try {
    return await build();
  } finally {
    await lock.release();
  }
}

async function waitForLock(folder: string): Promise<WorldLock> {
  for (;;) {
    try {
      return await WorldLock.acquire(folder, { portalUrl: '', basePort: 0 });
    } catch (error) {
      if (!(error instanceof AlreadyRunningError)) {
        throw error;
      }
      await delay(500);
    }
  }
}
