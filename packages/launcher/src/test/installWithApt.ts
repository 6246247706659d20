import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runLogged } from '../../bin/bootstrap/runLogged.mjs';
import type { StepContext } from './TestStep.ts';

/**
 * Installs a package of Debian or Ubuntu where this process may. Whether it is
 * there afterwards is for the caller to see.
 */
export async function installWithApt(
  { root, home }: StepContext,
  packageName: string,
): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return;
  }
  const options = {
    cwd: root,
    logFile: join(home, 'logs', `install-${packageName}.log`),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  await runLogged('apt-get', ['update'], options);
  await runLogged(
    'apt-get',
    ['install', '-y', '--no-install-recommends', packageName],
    options,
  );
}
