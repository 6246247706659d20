import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { checkWritable } from '../../bin/bootstrap/checkFolder.mjs';
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
  const folder = join(root, '.atrium', 'build');
  await checkWritable(folder, {
    hint: 'The app is built in the checkout: make it writable, or use a copy.',
  });
  const lock = await waitForLock(folder);
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
