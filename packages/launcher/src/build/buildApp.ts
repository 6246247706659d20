import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lastLines, runLogged } from '../../bin/bootstrap/runLogged.mjs';
import { Failure } from '../report.ts';
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
  const isBuilt = existsSync(join(root, 'packages/app/dist/index.html'));
  const stamp = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (isBuilt && stamp === key) {
    return false;
  }
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
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, key);
  return true;
}
