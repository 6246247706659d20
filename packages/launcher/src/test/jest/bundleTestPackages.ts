import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { resolveAsNode } from '../../build/backend/bundleOptions.ts';
import { bundlePackages } from '../../build/backend/bundlePackages.ts';
import { findPackageFiles } from '../../build/backend/bundleSources.ts';
import { fingerprint } from '../../build/fingerprint.ts';
import { keepBuild } from '../../build/keepBuild.ts';
import { readWorkspaces } from '../../build/workspaceClosure.ts';
import { bundlePagePackages, findPagePackageFiles } from './pagePackages.ts';

const MAKERS = [
  'packages/launcher/src/build/backend',
  'packages/launcher/src/test/jest/bundleTestPackages.ts',
  'packages/launcher/src/test/jest/pagePackages.ts',
  'yarn.lock',
];

/** Below such a folder Jest shows no code where a stack trace leads through it. */
const MAIN_FILE = 'node_modules/packages.js';

/** Packages of Backstage that run in Node, by the role in their manifest. */
const NODE_ROLE = /^(backend|node-library)/;

/** Those that Backstage's CLI tests in jsdom. */
const PAGE_ROLE = /^(frontend|web-library|common-library)/;

/**
 * Bundles the installed packages that tests and their sources import, unless that is
 * done: `NodeRuntime.cjs` and `PageRuntime.cjs` load them.
 *
 * @returns the variables that say where the bundles are
 */
export async function bundleTestPackages(
  root: string,
): Promise<Record<string, string>> {
  const nodeFiles = await findPackageFiles(
    root,
    await findTests(root, { role: NODE_ROLE, pattern: '*.test.ts' }),
  );
  const pageFiles = await findPagePackageFiles(root, [
    ...(await findTests(root, {
      role: PAGE_ROLE,
      pattern: '{*.test,setupTests}.{ts,tsx}',
    })),
    ...['jest.setup.cjs'].filter(file => existsSync(join(root, file))),
  ]);
  return {
    ATRIUM_TEST_NODE_PACKAGES: await keepBundle(root, {
      name: 'test-packages',
      files: nodeFiles,
      bundle: () =>
        bundlePackages(root, nodeFiles, {
          hasImport: false,
          plugins: [kubernetesClient],
        }),
    }),
    ATRIUM_TEST_PAGE_PACKAGES: await keepBundle(root, {
      name: 'page-test-packages',
      files: pageFiles,
      bundle: () => bundlePagePackages(root, pageFiles),
    }),
  };
}

/**
 * The backend loads it from where it is installed. Jest would transform 500 ES modules
 * to do so, and load them again for each test file that starts stock plugins.
 */
const kubernetesClient: Plugin = {
  name: 'kubernetes-client',
  setup({ onResolve }) {
    onResolve({ filter: /^@kubernetes\/client-node$/ }, args => ({
      path: resolveAsNode(args.path, args.resolveDir),
    }));
  },
};

async function findTests(
  root: string,
  { role, pattern }: { role: RegExp; pattern: string },
): Promise<string[]> {
  const tests: string[] = [];
  for (const { folder, manifest } of (await readWorkspaces(root)).values()) {
    if (role.test(manifest.backstage?.role ?? '')) {
      const found = glob(`${folder}/src/**/${pattern}`, { cwd: root });
      tests.push(...(await Array.fromAsync(found)));
    }
  }
  return tests.sort();
}

interface KeepBundleOptions {
  name: string;
  files: string[];
  bundle(): Promise<string>;
}

async function keepBundle(
  root: string,
  { name, files, bundle }: KeepBundleOptions,
): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await fingerprint(root, MAKERS));
  hash.update(JSON.stringify([root, ...files]));
  const { folder } = await keepBuild(root, {
    name,
    key: hash.digest('hex'),
    mainFile: MAIN_FILE,
    async build(incoming) {
      const file = join(incoming, MAIN_FILE);
      await mkdir(dirname(file));
      await writeFile(file, await bundle());
    },
  });
  return join(folder, MAIN_FILE);
}
