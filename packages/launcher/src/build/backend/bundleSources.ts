import { readFile } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { build, type Plugin, type PluginBuild } from 'esbuild';
import { BUNDLE_OPTIONS, resolveAsNode } from './bundleOptions.ts';
import { SEPARATE } from './separatePackages.ts';

export interface SourceBundle {
  /** By their names: `index.js`, one for each thread, and their source maps. */
  outputs: { name: string; content: Uint8Array }[];
  /** The files of packages that `index.js` asks `./packages.js` for. */
  packageFiles: string[];
}

const BACKEND = 'packages/backend/src/index.ts';

/**
 * Bundles the sources of the backend, or of another file, and of all workspaces it
 * uses. What they import from packages comes from `./packages.js` beside the bundle, by
 * the file it is in.
 *
 * @remarks A module that exports its own `__filename` is the file of a thread or a
 * process. It becomes a bundle beside, which loads its packages from where they are
 * installed: a thread has little memory, and needs few of them.
 */
export async function bundleSources(
  root: string,
  entry: string = BACKEND,
): Promise<SourceBundle> {
  const packageFiles = new Set<string>();
  const workers = new Map<string, string>();
  const index = await build({
    ...OPTIONS,
    absWorkingDir: root,
    entryPoints: { index: entry },
    plugins: [
      packages(file => {
        packageFiles.add(file);
        return { path: file, namespace: 'package' };
      }),
      workerFiles(root, workers),
    ],
  });
  const others = await build({
    ...OPTIONS,
    absWorkingDir: root,
    entryPoints: Object.fromEntries(workers),
    plugins: [
      packages(file => ({ path: file, external: true })),
      workerFiles(root, new Map()),
    ],
  });
  return {
    outputs: [...index.outputFiles, ...others.outputFiles].map(
      ({ path, contents }) => ({
        name: relative(root, path),
        content: contents,
      }),
    ),
    packageFiles: [...packageFiles].sort(),
  };
}

const OPTIONS = {
  ...BUNDLE_OPTIONS,
  outdir: '.',
  sourcemap: 'linked',
  // Stack traces need positions only: the sources lie beside.
  sourcesContent: false,
} as const;

/** @param toModule - what a file of a package becomes that is imported */
function packages(
  toModule: (file: string) => {
    path: string;
    namespace?: string;
    external?: boolean;
  },
): Plugin {
  return {
    name: 'packages',
    setup(bundle) {
      const { onLoad, onResolve } = bundle;
      onResolve({ filter: /^[^./]/ }, async args => {
        const { kind, path, pluginData, resolveDir } = args;
        if (
          kind === 'entry-point' ||
          pluginData === RESOLVED ||
          path.startsWith('@atrium/')
        ) {
          return undefined;
        }
        // Features of the backend are imported too, all of them at once.
        if (kind === 'dynamic-import' && !path.startsWith('@backstage/')) {
          return resolveImport(bundle, { path, resolveDir });
        }
        const file = resolveAsNode(path, resolveDir);
        if (file === undefined || !isAbsolute(file)) {
          return { path, external: true };
        }
        return kind === 'require-resolve' || SEPARATE.test(path)
          ? { path: file, external: true }
          : toModule(file);
      });
      onLoad({ filter: /.*/, namespace: 'package' }, ({ path }) => ({
        contents: `module.exports = require('./packages.js')[${JSON.stringify(
          path,
        )}]();`,
      }));
      onResolve({ filter: /.*/, namespace: 'package' }, ({ path }) => ({
        path,
        external: true,
      }));
    },
  };
}

const RESOLVED = Symbol('resolved');

/** What is loaded when it is needed stays where it is installed. */
async function resolveImport(
  bundle: PluginBuild,
  { path, resolveDir }: { path: string; resolveDir: string },
) {
  const found = await bundle.resolve(path, {
    kind: 'dynamic-import',
    resolveDir,
    pluginData: RESOLVED,
  });
  return { path: found.path || path, external: true };
}

const WORKER_FILE = /= __filename\b/;

/** @param found - the sources of workers by the names of their bundles */
function workerFiles(root: string, found: Map<string, string>): Plugin {
  return {
    name: 'worker-files',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const code = await readFile(path, 'utf8');
        if (!WORKER_FILE.test(code)) {
          return undefined;
        }
        const source = relative(root, path);
        const name = source.replace(/\.ts$/, '').replaceAll('/', '-');
        found.set(name, source);
        return {
          contents: code.replace(
            WORKER_FILE,
            `= __dirname + ${JSON.stringify(`/${name}.js`)}`,
          ),
          loader: 'ts',
        };
      });
    },
  };
}
