import { join } from 'node:path';
import { answers } from '@atrium/launcher/src/world/answers.ts';
import { READINESS_PATH } from '@atrium/launcher/src/world/backend.ts';
import type { Portal } from '../portals/Portal.ts';
import type { StartClock } from '../portals/StartClock.ts';

/** Ends the backend when the bench is gone. */
const CHILD_MODULE = import.meta.resolve(
  '@atrium/launcher/src/world/childOfLauncher.mjs',
);

export interface StartBundleOptions {
  clock: StartClock;
  /** The folder that `buildBundle` has laid out. */
  image: string;
}

/** Starts the built backend as a deployment does, without a compile cache. */
export async function startBundle(
  portal: Portal,
  { clock, image }: StartBundleOptions,
): Promise<void> {
  const service = await clock.start({
    name: `Bundle of ${portal.name}`,
    command: process.execPath,
    args: [
      '--import',
      CHILD_MODULE,
      'packages/backend',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.sandbox.yaml',
    ],
    cwd: image,
    env: { ...process.env, ...portal.env, NODE_ENV: 'production' },
    logFile: join(portal.home, 'logs', 'bundle.log'),
    channel: true,
  });
  await clock.waitUntilReady(service, {
    isReady: () => answers(`${portal.url}${READINESS_PATH}`),
    timeoutSeconds: 180,
  });
}
