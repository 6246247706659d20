import { execFile } from 'node:child_process';
import {
  copyFile,
  mkdir,
  readdir,
  realpath,
  rm,
  symlink,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import {
  lastLines,
  runLogged,
} from '@atrium/launcher/bin/bootstrap/runLogged.mjs';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { Portal } from '../portals/Portal.ts';

const run = promisify(execFile);

/**
 * Builds the backend of a portal and lays it out as a container image has it:
 * the built packages, and the installed ones beside them.
 *
 * @returns the folder to run it in
 */
export async function buildBundle(portal: Portal): Promise<string> {
  const { root, home } = portal;
  const logFile = join(home, 'logs', 'build-bundle.log');
  const releases = join(root, '.yarn', 'releases');
  const [yarn] = await readdir(releases);
  const { code, output } = await runLogged(
    process.execPath,
    // The build calls yarn itself, which yarn puts on the path.
    [join(releases, yarn), 'workspace', 'backend', 'build'],
    {
      cwd: root,
      logFile,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (code !== 0) {
    throw new Failure(`The backend of ${portal.name} does not build`, {
      details: lastLines(output, 30),
      hint: `The whole output is in ${logFile}`,
    });
  }
  const image = join(home, 'image');
  await layOut(root, image);
  return image;
}

async function layOut(root: string, image: string): Promise<void> {
  await rm(image, { recursive: true, force: true });
  await mkdir(image, { recursive: true });
  for (const archive of ['skeleton.tar.gz', 'bundle.tar.gz']) {
    const file = join(root, 'packages', 'backend', 'dist', archive);
    await run('tar', ['-xzf', file, '-C', image]);
  }
  for (const file of [
    'app-config.yaml',
    'app-config.sandbox.yaml',
    'backstage.json',
    'package.json',
  ]) {
    await copyFile(join(root, file), join(image, file));
  }
  for (const name of await packageNames(join(root, 'node_modules'))) {
    await linkPackage(name, { root, image });
  }
  for (const parent of ['packages', 'plugins']) {
    for (const name of await namesIn(join(image, parent))) {
      // What yarn could not hoist lies beside the package.
      const own = join(root, parent, name, 'node_modules');
      await symlink(own, join(image, parent, name, 'node_modules'));
    }
  }
}

/** Links an installed package, or the built one if it is of this monorepo. */
async function linkPackage(
  name: string,
  { root, image }: { root: string; image: string },
): Promise<void> {
  const source = await realpath(join(root, 'node_modules', name));
  const folder = relative(await realpath(root), source);
  const isOurs = !folder.split('/').includes('node_modules');
  const link = join(image, 'node_modules', name);
  await mkdir(dirname(link), { recursive: true });
  await symlink(isOurs ? join(image, folder) : source, link);
}

async function packageNames(modules: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of await namesIn(modules)) {
    if (name.startsWith('@')) {
      const scoped = await namesIn(join(modules, name));
      names.push(...scoped.map(child => `${name}/${child}`));
    } else if (!name.startsWith('.')) {
      names.push(name);
    }
  }
  return names;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
