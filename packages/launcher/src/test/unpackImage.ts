import { execFile } from 'node:child_process';
import {
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Lays out what a container image holds: the unpacked bundle, the config, and
 * `node_modules` in which the packages of this repository are the built ones.
 */
export async function unpackImage(root: string, image: string): Promise<void> {
  await rm(image, { recursive: true, force: true });
  await mkdir(image, { recursive: true });
  for (const archive of ['skeleton.tar.gz', 'bundle.tar.gz']) {
    const file = join(root, 'packages', 'backend', 'dist', archive);
    await run('tar', ['-xzf', file, '-C', image]);
  }
  for (const file of [
    'app-config.yaml',
    'app-config.production.yaml',
    'backstage.json',
    'catalog-info.yaml',
    'package.json',
  ]) {
    await copyFile(join(root, file), join(image, file));
  }
  await cp(join(root, 'templates'), join(image, 'templates'), {
    recursive: true,
  });

  const modules = join(image, 'node_modules');
  await mkdir(join(modules, '@atrium'), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (!['@atrium', 'app', 'backend'].includes(name)) {
      await symlink(join(root, 'node_modules', name), join(modules, name));
    }
  }
  const folders: string[] = [];
  for (const parent of ['packages', 'plugins']) {
    for (const name of await readdir(join(image, parent))) {
      folders.push(join(parent, name));
    }
  }
  for (const folder of folders) {
    const manifest = join(image, folder, 'package.json');
    const { name } = JSON.parse(await readFile(manifest, 'utf8'));
    await symlink(join(image, folder), join(modules, name));
    const own = join(root, folder, 'node_modules');
    // What yarn could not hoist lies beside the package.
    await symlink(own, join(image, folder, 'node_modules')).catch(() => {});
  }
}
