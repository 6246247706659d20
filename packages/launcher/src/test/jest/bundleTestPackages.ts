import { createHash } from 'node:crypto';
import { glob, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePackages } from '../../build/backend/bundlePackages.ts';
import { findPackageFiles } from '../../build/backend/bundleSources.ts';
import { fingerprint } from '../../build/fingerprint.ts';
import { keepBuild } from '../../build/keepBuild.ts';
import { readWorkspaces } from '../../build/workspaceClosure.ts';

const BUNDLER = 'packages/launcher/src/build/backend';

/** Packages of Backstage that run in Node, by the role in their manifest. */
const NODE_ROLE = /^(backend|node-library)/;

/**
 * Bundles the installed packages that tests of backends and their sources import,
 * unless that is done: `PackageRuntime.cjs` loads them.
 *
 * @returns the path of the bundle
 */
export async function bundleTestPackages(root: string): Promise<string> {
  const files = await findPackageFiles(root, await findTests(root));
  const hash = createHash('sha256');
  hash.update(
    await fingerprint(root, [
      BUNDLER,
      'packages/launcher/src/test/jest',
      'yarn.lock',
    ]),
  );
  hash.update(JSON.stringify([root, ...files]));
  const { folder } = await keepBuild(root, {
    name: 'test-packages',
    key: hash.digest('hex'),
    mainFile: 'packages.js',
    async build(incoming) {
      await writeFile(
        join(incoming, 'packages.js'),
        await bundlePackages(root, files, { hasImport: false }),
      );
    },
  });
  return join(folder, 'packages.js');
}

async function findTests(root: string): Promise<string[]> {
  const tests: string[] = [];
  for (const { folder, manifest } of (await readWorkspaces(root)).values()) {
    if (NODE_ROLE.test(manifest.backstage?.role ?? '')) {
      const found = glob(`${folder}/src/**/*.test.ts`, { cwd: root });
      tests.push(...(await Array.fromAsync(found)));
    }
  }
  return tests.sort();
}
