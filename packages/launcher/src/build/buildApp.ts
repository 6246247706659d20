import { existsSync } from 'node:fs';
import {
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines, runLogged } from '../../bin/bootstrap/runLogged.mjs';
import { Failure } from '../report.ts';
import { findAssets } from './findAssets.ts';
import { fingerprint } from './fingerprint.ts';
import { withBuildLock } from './withBuildLock.ts';
import { workspaceClosure } from './workspaceClosure.ts';

/** More than are in use at once: a portal that runs serves from its own. */
const KEPT_BUILDS = 4;

export interface BuiltApp {
  /** A package with the app in its `dist`, which no later build changes. */
  folder: string;
  /** Whether it had to be built. */
  isNew: boolean;
}

/** Runs the bundler, which leaves the app in `packages/app/dist`. */
export type Bundle = (root: string) => Promise<void>;

/** Builds the app unless there is a build of exactly these sources. */
export async function buildApp(
  root: string,
  bundle: Bundle = runBundler,
): Promise<BuiltApp> {
  const builds = join(root, '.atrium', 'build', 'app');
  const key = await fingerprint(root, [
    'yarn.lock',
    'app-config.yaml',
    ...(await workspaceClosure(root, 'app')),
  ]);
  const folder = join(builds, key);
  const isNew =
    !isComplete(folder) &&
    (await withBuildLock(root, async () => {
      if (isComplete(folder)) {
        return false;
      }
      await bundle(root);
      await keepBuild(root, folder);
      return true;
    }));
  // A checkout that nobody may write to, or another launcher that does the
  // same, is no reason not to start.
  await removeOldBuilds(builds, folder).catch(() => {});
  return { folder, isNew };
}

function isComplete(folder: string): boolean {
  return existsSync(join(folder, 'dist', 'index.html'));
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

/**
 * Copies what was built and gives the copy its name when it is whole, so that
 * neither a killed launcher nor the next build can take anything away from a
 * portal that serves it.
 */
async function keepBuild(root: string, folder: string): Promise<void> {
  const incoming = `${folder}.incoming`;
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  await writeFile(
    join(incoming, 'package.json'),
    '{ "name": "app", "private": true }\n',
  );
  const dist = join(incoming, 'dist');
  await cp(join(root, 'packages', 'app', 'dist'), dist, { recursive: true });
  await checkBuild(dist);
  await rm(folder, { recursive: true, force: true });
  await rename(incoming, folder);
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

async function removeOldBuilds(builds: string, used: string): Promise<void> {
  const now = new Date();
  await utimes(used, now, now);
  const names = await readdir(builds);
  const ages = await Promise.all(
    names
      .filter(name => !name.endsWith('.incoming'))
      .map(async name => {
        const path = join(builds, name);
        return { path, usedAt: (await stat(path)).mtimeMs };
      }),
  );
  ages.sort((a, b) => b.usedAt - a.usedAt);
  for (const { path } of ages.slice(KEPT_BUILDS)) {
    await rm(path, { recursive: true, force: true });
  }
}
