import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { BUNDLE_OPTIONS, resolveAsNode } from './bundleOptions.ts';
import { nameWhereNeeded } from './nameWhereNeeded.ts';
import { LOADED_ON_FIRST_USE, SEPARATE } from './separatePackages.ts';
import { writePaths } from './writePaths.ts';

/** What a CommonJS module knows. */
const MODULE_SCOPE = 'exports, require, module, __filename, __dirname';

const KNOWS_ITS_PATH = /\b(?:__filename|__dirname|import\.meta)\b/;

/**
 * Bundles installed packages, and what imports them, without source maps, to a
 * function that `loadBundle.cjs` calls. White space is left out, a third of the code:
 * V8 keeps all of it in memory.
 */
export async function bundleForLoader(
  root: string,
  input: Omit<BuildOptions, 'metafile' | 'plugins' | 'write'>,
  plugins: Plugin[] = [],
): Promise<string> {
  const bundle = async (withPaths: ReadonlySet<string>) => {
    const { metafile, outputFiles } = await build({
      ...BUNDLE_OPTIONS,
      ...input,
      minifyWhitespace: true,
      // So that an error can show the line that it comes from.
      lineLimit: 200,
      banner: { js: `(function (${MODULE_SCOPE}) {` },
      footer: { js: '})' },
      outfile: 'bundle.js',
      absWorkingDir: root,
      plugins: [...plugins, separate, paths(withPaths)],
    });
    const { inputs } = Object.values(metafile.outputs)[0];
    const used = Object.entries(inputs).filter(
      ([, { bytesInOutput }]) => bytesInOutput > 0,
    );
    return {
      code: nameWhereNeeded(outputFiles[0].text),
      inputs: used.map(([path]) => resolve(root, path)),
    };
  };
  // To read each of thousands of files in a plugin takes longer than to bundle them
  // twice.
  const { code, inputs } = await bundle(new Set());
  const withPaths = new Set<string>();
  for (const path of inputs) {
    if (/\.[cm]?js$/.test(path)) {
      const source = await readFile(path, 'utf8').catch(() => '');
      if (KNOWS_ITS_PATH.test(source)) {
        withPaths.add(path);
      }
    }
  }
  return withPaths.size === 0 ? code : (await bundle(withPaths)).code;
}

const separate: Plugin = {
  name: 'separate',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: SEPARATE }, ({ kind, path, resolveDir }) => {
      const file = resolveAsNode(path, resolveDir) ?? path;
      return kind === 'require-call' && path in LOADED_ON_FIRST_USE
        ? { path: file, namespace: 'first-use', pluginData: path }
        : { path: file, external: true };
    });
    onLoad(
      { filter: /.*/, namespace: 'first-use' },
      ({ path, pluginData: name }) => ({
        contents: `module.exports = require(${JSON.stringify(
          join(import.meta.dirname, 'firstUse.cjs'),
        )})(${JSON.stringify(
          LOADED_ON_FIRST_USE[name],
        )}, () => require('outside:${path}'));`,
        resolveDir: import.meta.dirname,
      }),
    );
    onResolve({ filter: /^outside:/ }, ({ path }) => ({
      path: path.slice('outside:'.length),
      external: true,
    }));
    // Native code.
    onResolve({ filter: /\.node$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      external: true,
    }));
  },
};

function paths(files: ReadonlySet<string>): Plugin {
  return {
    name: 'paths',
    setup({ onLoad }) {
      if (files.size === 0) {
        return;
      }
      const escaped = [...files].map(file =>
        file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      );
      onLoad(
        { filter: new RegExp(`^(?:${escaped.join('|')})$`) },
        async ({ path }) => ({
          contents: writePaths(await readFile(path, 'utf8'), path),
          loader: 'js',
        }),
      );
    },
  };
}
