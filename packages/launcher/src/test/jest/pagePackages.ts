import { isBuiltin } from 'node:module';
import { join, sep } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { BUNDLE_OPTIONS } from '../../build/backend/bundleOptions.ts';
import { bundlePackages } from '../../build/backend/bundlePackages.ts';
import { importAll } from '../../build/backend/bundleSources.ts';

/**
 * The files of packages that tests of pages and their sources import, as Jest finds
 * them.
 *
 * @param entries - paths from the root
 */
export async function findPagePackageFiles(
  root: string,
  entries: string[],
): Promise<string[]> {
  const found = new Set<string>();
  await build({
    ...BUNDLE_OPTIONS,
    ...AS_JEST,
    resolveExtensions: ['.tsx', '.ts', '.js', '.cjs', '.mjs', '.json'],
    absWorkingDir: root,
    stdin: importAll(root, entries),
    outdir: '.',
    plugins: [resolveAsJest(file => found.add(file))],
  });
  return [...found].filter(file => /\.[cm]?js$/.test(file)).sort();
}

/** Bundles them for jsdom. */
export async function bundlePagePackages(
  root: string,
  files: string[],
): Promise<string> {
  const code = await bundlePackages(root, files, {
    hasImport: false,
    ...AS_JEST,
    // Each package of Backstage brings 3,000 icons of its own.
    alias: { '@remixicon/react': '@remixicon/react' },
    define: { 'process.env.NODE_ENV': '"test"' },
    plugins: [resolveAsJest()],
  });
  return behaveAsJest(code);
}

/** Jest knows neither `module` nor `browser` beside `main`. */
const AS_JEST = {
  platform: 'neutral',
  mainFields: ['main'],
  conditions: ['node', 'browser'],
  resolveExtensions: ['.js', '.mjs', '.cjs', '.jsx', '.json'],
} satisfies BuildOptions;

/** What Jest has transformers or stand-ins for. */
const ASSET =
  /\.(?:css|less|s[ac]ss|styl|bmp|gif|jpe?g|png|ico|webp|frag|xml|svg|eot|woff2?|ttf|yaml)$/;

const RESOLVED = Symbol('resolved');

const PACKAGE = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/;

/**
 * Resolves imports as if they were required: for Jest all modules are CommonJS, and a
 * package that has two forms is to be there once.
 *
 * @param onPackage - is told of each file that sources import; none is bundled then
 */
function resolveAsJest(onPackage?: (file: string) => void): Plugin {
  return {
    name: 'resolve-as-jest',
    setup(bundle) {
      // From one package the same name always leads to the same file.
      const known = new Map<string, ReturnType<typeof resolve>>();

      const resolve = async (path: string, resolveDir: string) => {
        if (isBuiltin(path)) {
          return { path, external: true };
        }
        const found = await bundle.resolve(path, {
          kind: 'require-call',
          resolveDir,
          pluginData: RESOLVED,
        });
        // Some packages try whether there is another one.
        return found.errors.length > 0
          ? { path, external: true }
          : { path: found.path };
      };

      bundle.onResolve({ filter: ASSET }, ({ path, resolveDir }) => ({
        path: path.startsWith('.') ? join(resolveDir, path) : path,
        external: true,
      }));
      bundle.onResolve({ filter: /^[^./]/ }, async args => {
        const { path, kind, resolveDir, pluginData } = args;
        if (pluginData === RESOLVED || kind === 'entry-point') {
          return undefined;
        }
        const [owner] = PACKAGE.exec(resolveDir) ?? [resolveDir];
        const key = `${owner} ${path}`;
        const resolving = known.get(key) ?? resolve(path, resolveDir);
        known.set(key, resolving);
        const found = await resolving;
        if (onPackage && found.path.includes(`${sep}node_modules${sep}`)) {
          onPackage(found.path);
          return { ...found, external: true };
        }
        return found;
      });
    },
  };
}

/**
 * A module has one namespace, however many modules import it. esbuild has each of them
 * make a copy instead: 3,900 imports in the bundle, some of them of 3,000 names. It is
 * made anew if there are other names by now, as in a cycle of imports.
 */
const ONE_NAMESPACE = `((copies = new WeakMap()) => from => {
  if (Object(from) !== from) {
    return __copyToESM(from);
  }
  const size = Object.getOwnPropertyNames(from).length;
  let copy = copies.get(from);
  if (copy?.size !== size) {
    copy = { size, namespace: __copyToESM(from) };
    copies.set(from, copy);
  }
  return copy.namespace;
})()`;

/** How esbuild writes what differs from modules of Jest, and what these have instead. */
const DIFFERENCES = [
  // ES modules that import from CommonJS get the default that it names, also in files
  // that Node loads as ES modules: there it is all that is exported.
  {
    helper: '__toESM',
    written: /\bisNodeMode\s*\|\|(?=\s*!\w+\s*\|\|\s*!\w+\.__esModule\b)/,
    wanted: '',
  },
  {
    helper: '__toESM',
    written: /\b__toESM=(?=\()/,
    wanted: `__toESM=${ONE_NAMESPACE},__copyToESM=`,
  },
  // React finds `setImmediate` by `module.require`.
  {
    helper: '__commonJS',
    written: /(?<=\{\s*exports:\s*\{\})(?=\s*\}\)\.exports\b)/,
    wanted: ',require',
  },
];

/** @throws Error where esbuild writes it in another way than it did. */
function behaveAsJest(code: string): string {
  let adapted = code;
  for (const { helper, written, wanted } of DIFFERENCES) {
    if (code.includes(`${helper}=`)) {
      if (!written.test(adapted)) {
        throw new Error(`esbuild writes ${helper} in another way now`);
      }
      adapted = adapted.replace(written, wanted);
    }
  }
  return adapted;
}
