import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import {
  build,
  type OnResolveArgs,
  type Plugin,
  type PluginBuild,
} from 'esbuild';
import { bundleForLoader } from './bundleForLoader.ts';
import { BUNDLE_OPTIONS, resolveAsNode } from './bundleOptions.ts';
import { mapLines } from './mapLines.ts';
import { nameWhereNeeded } from './nameWhereNeeded.ts';
import { SEPARATE } from './separatePackages.ts';

export interface SourceBundle {
  /**
   * By their names: `index.js` with its source map, and for each worker the file that
   * is run and the bundle that it loads.
   */
  outputs: { name: string; content: string }[];
  /** The files of packages that `index.js` asks `./packages.js` for. */
  packageFiles: string[];
}

const BACKEND = 'packages/backend/src/index.ts';

const LOADER = join(import.meta.dirname, 'loadBundle.cjs');

/** The bundle of packages is loaded by the same code as those of workers. */
export function loaderFor(
  bundle: string,
  options: { channel: string; holdsCode: boolean },
): string {
  return `module.exports = require(${JSON.stringify(
    LOADER,
  )})(require.resolve(${JSON.stringify(bundle)}), ${JSON.stringify(
    options,
  )});\n`;
}

/**
 * Bundles the sources of the backend, or of another file, and of all workspaces it
 * uses. What they import from packages comes from `./packages.js` beside the bundle, by
 * the file it is in.
 *
 * @remarks A module that exports its own `__filename` is the file of a thread or a
 * process. It becomes a bundle of its own, together with the packages that it uses:
 * these are few, and to find them one by one takes longer than most of its tasks.
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
  const outputs: SourceBundle['outputs'] = index.outputFiles.map(
    ({ path, text }) => ({
      name: relative(root, path),
      content: path.endsWith('.map') ? mapLines(text) : nameWhereNeeded(text),
    }),
  );
  for (const [name, source] of workers) {
    outputs.push(
      {
        name: `${name}.bundle.js`,
        content: await bundleForLoader(root, { entryPoints: [source] }, [
          workerFiles(root, new Map()),
          laterImports,
          packages(path => ({ path })),
        ]),
      },
      {
        name: `${name}.js`,
        content: loaderFor(`./${name}.bundle.js`, {
          channel: WORKER_CHANNEL,
          holdsCode: false,
        }),
      },
    );
  }
  return { outputs, packageFiles: [...packageFiles].sort() };
}

/**
 * Finds the files of packages that sources import, without those that no bundle has.
 *
 * @param entries - paths from the root
 */
export async function findPackageFiles(
  root: string,
  entries: string[],
): Promise<string[]> {
  const found = new Set<string>();
  await build({
    ...OPTIONS,
    absWorkingDir: root,
    stdin: importAll(root, entries),
    sourcemap: false,
    plugins: [
      packages(file => {
        found.add(file);
        return { path: file, external: true };
      }),
    ],
  });
  return [...found].filter(file => /\.[cm]?js$/.test(file)).sort();
}

/**
 * One entry that imports others: each entry of a build becomes a bundle with all that
 * it uses.
 *
 * @param entries - paths from the root
 */
export function importAll(
  root: string,
  entries: string[],
): { contents: string; resolveDir: string } {
  const lines = entries.map(entry => `import ${JSON.stringify(`./${entry}`)};`);
  return { contents: lines.join('\n'), resolveDir: root };
}

/** Says in a worker that most of its code has run. */
const WORKER_CHANNEL = 'atrium.worker.used';

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
        const { importer, kind, path, pluginData, resolveDir } = args;
        if (
          kind === 'entry-point' ||
          pluginData === RESOLVED ||
          path.startsWith('@atrium/') ||
          importer.includes(PACKAGES)
        ) {
          return undefined;
        }
        // Features of the backend are imported too, all of them at once.
        if (kind === 'dynamic-import' && !path.startsWith('@backstage/')) {
          return resolveImport(bundle, args);
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

const PACKAGES = `${sep}node_modules${sep}`;

/**
 * What a worker imports when it needs it is in its bundle; what its packages import
 * then, such as one grammar of many, stays where it is installed.
 */
const laterImports: Plugin = {
  name: 'later-imports',
  setup(bundle) {
    bundle.onResolve({ filter: /.*/ }, async args => {
      const { importer, kind, pluginData } = args;
      if (kind !== 'dynamic-import' || pluginData === RESOLVED) {
        return undefined;
      }
      const found = await resolveImport(bundle, args);
      const isNeeded = !importer.includes(PACKAGES) && isAbsolute(found.path);
      return isNeeded ? { path: found.path } : found;
    });
  },
};

const RESOLVED = Symbol('resolved');

/** What is loaded when it is needed stays where it is installed. */
async function resolveImport(
  bundle: PluginBuild,
  { path, resolveDir }: OnResolveArgs,
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
