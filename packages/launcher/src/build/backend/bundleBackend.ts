import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../report.ts';
import { fingerprint } from '../fingerprint.ts';
import { keepBuild } from '../keepBuild.ts';
import { workspaceClosure } from '../workspaceClosure.ts';

const PACKAGE_FILES = 'package-files.json';
/**
 * Most of what a start makes is garbage soon after. Where it does not fit, it is
 * kept with what stays: some 70 MB at readiness, and more work to collect it.
 */
const NODE_OPTIONS = ['--max-semi-space-size=32'];

const BUNDLER = 'packages/launcher/src/build/backend';
export interface BundledBackend {
  /** What Node runs: its options, and a file that no later build changes. */
  program: string[];
  /** Whether something had to be bundled. */
  isNew: boolean;
}

/**
 * Bundles the backend unless that is done for exactly these sources: one file of
 * its sources, `index.js`, and one of the packages that they use, which is made
 * anew only when these change.
 */
export async function bundleBackend(root: string): Promise<BundledBackend> {
  const packagesKey = (files: string[]) => keyOf(root, ['yarn.lock'], files);
  const sources = await keepBuild(root, {
    name: 'backend',
    key: await keyOf(root, [
      'yarn.lock',
      ...(await workspaceClosure(root, 'backend')),
    ]),
    mainFile: 'index.js',
    async build(folder) {
      const { bundleSources, loaderFor } = await import('./bundleSources.ts');
      const { outputs, packageFiles } = await orFail(bundleSources(root));
      const packages = packagesFile(root, await packagesKey(packageFiles));
      await Promise.all([
        ...outputs.map(({ name, content }) =>
          writeFile(join(folder, name), content),
        ),
        writeFile(join(folder, PACKAGE_FILES), JSON.stringify(packageFiles)),
        writeFile(
          join(folder, 'packages.js'),
          loaderFor(packages, {
            channel: 'atrium.backend.started',
            holdsCode: true,
          }),
        ),
      ]);
    },
  });
  const packageFiles: string[] = JSON.parse(
    await readFile(join(sources.folder, PACKAGE_FILES), 'utf8'),
  );
  const packages = await keepBuild(root, {
    name: 'backend-packages',
    key: await packagesKey(packageFiles),
    mainFile: 'packages.js',
    async build(folder) {
      const { bundlePackages } = await import('./bundlePackages.ts');
      const code = await orFail(bundlePackages(root, packageFiles));
      await writeFile(join(folder, 'packages.js'), code);
    },
  });
  return {
    program: [...NODE_OPTIONS, join(sources.folder, 'index.js')],
    isNew: sources.isNew || packages.isNew,
  };
}

/** Both bundles name files by where they are. */
async function keyOf(
  root: string,
  paths: string[],
  names: string[] = [],
): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await fingerprint(root, [BUNDLER, ...paths]));
  hash.update(JSON.stringify([root, ...names]));
  return hash.digest('hex');
}

function packagesFile(root: string, key: string): string {
  return join(root, '.atrium/build/backend-packages', key, 'packages.js');
}

async function orFail<T>(bundling: Promise<T>): Promise<T> {
  try {
    return await bundling;
  } catch (error) {
    throw new Failure('The backend could not be bundled', {
      details: error instanceof Error ? error.message : String(error),
    });
  }
}
