import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines, runLogged } from '../../bin/bootstrap/runLogged.mjs';
import { Failure } from '../report.ts';
import { findAssets } from './findAssets.ts';
import { fingerprint } from './fingerprint.ts';
import { keepBuild, type KeptBuild } from './keepBuild.ts';
import { workspaceClosure } from './workspaceClosure.ts';

/** Runs the bundler, which leaves the app in `packages/app/dist`. */
export type Bundle = (root: string) => Promise<void>;

/**
 * Builds the app unless there is a build of exactly these sources.
 *
 * @returns a package with the app in its `dist`
 */
export async function buildApp(
  root: string,
  bundle: Bundle = runBundler,
): Promise<KeptBuild> {
  return keepBuild(root, {
    name: 'app',
    key: await fingerprint(root, [
      'yarn.lock',
      'app-config.yaml',
      ...(await workspaceClosure(root, 'app')),
    ]),
    mainFile: join('dist', 'index.html'),
    async build(folder) {
      await bundle(root);
      await copyApp(root, folder);
    },
  });
}

async function runBundler(root: string): Promise<void> {
  const logFile = join(root, '.atrium', 'logs', 'build-app.log');
  const ours = join(root, 'packages/app/bundler/build.cjs');
  const { code, output } = await runLogged(
    process.execPath,
    existsSync(ours)
      ? [ours]
      : // The stock app of the benches.
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
}

async function copyApp(root: string, folder: string): Promise<void> {
  await writeFile(
    join(folder, 'package.json'),
    '{ "name": "app", "private": true }\n',
  );
  const dist = join(folder, 'dist');
  await cp(join(root, 'packages', 'app', 'dist'), dist, { recursive: true });
  await checkBuild(dist);
}

/** Another tool may have emptied the folder at the same time. */
async function checkBuild(dist: string): Promise<void> {
  const html = await readFile(join(dist, 'index.html'), 'utf8').catch(() => '');
  const assets = findAssets(html);
  const missing = assets.find(address => !existsSync(join(dist, address)));
  if (assets.length === 0 || missing) {
    throw new Failure('The app was built, but not all of its files are there', {
      hint: 'Something else may be building packages/app at the same time. Wait for it and run the command again.',
    });
  }
}
