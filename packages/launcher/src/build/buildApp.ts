import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLines, runLogged } from '../../bin/bootstrap/runLogged.mjs';
import { Failure } from '../report.ts';
import { AlreadyRunningError, WorldLock } from '../world/WorldLock.ts';
import { fingerprint } from './fingerprint.ts';
import { workspaceClosure } from './workspaceClosure.ts';

/**
 * Builds the app unless the present build is made from exactly these sources.
 *
 * @returns whether it had to be built
 */
export async function buildApp(root: string): Promise<boolean> {
  const stampFile = join(root, '.atrium', 'build', 'app.stamp');
  const key = await fingerprint(root, [
    'yarn.lock',
    'app-config.yaml',
    ...(await workspaceClosure(root, 'app')),
  ]);
  if (await isUpToDate(root, stampFile, key)) {
    return false;
  }
  const lock = await waitForLock(dirname(stampFile));
  try {
    if (await isUpToDate(root, stampFile, key)) {
      return false;
    }
    await build(root, stampFile, key);
    return true;
  } finally {
    await lock.release();
  }
}

async function isUpToDate(
  root: string,
  stampFile: string,
  key: string,
): Promise<boolean> {
  const isBuilt = existsSync(join(root, 'packages/app/dist/index.html'));
  const stamp = await readFile(stampFile, 'utf8').catch(() => undefined);
  return isBuilt && stamp === key;
}

/** Two builds at once, of `npm start` and `npm test`, would mix their files. */
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

async function build(
  root: string,
  stampFile: string,
  key: string,
): Promise<void> {
  await rm(stampFile, { force: true });
  const logFile = join(root, '.atrium', 'logs', 'build-app.log');
  const { code, output } = await runLogged(
    process.execPath,
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    {
      cwd: join(root, 'packages', 'app'),
      logFile,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (code !== 0) {
    throw new Failure('The app could not be built', {
      details: lastLines(output, 30),
      hint: `The whole output is in ${logFile}`,
    });
  }
  await writeFile(stampFile, key);
}
