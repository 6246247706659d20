import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { BUNDLE_OPTIONS, resolveAsNode } from './bundleOptions.ts';
import { LOADED_ON_FIRST_USE, SEPARATE } from './separatePackages.ts';
import { writePaths } from './writePaths.ts';

/** What a CommonJS module knows. */
const MODULE_SCOPE = 'exports, require, module, __filename, __dirname';

const KNOWS_ITS_PATH = /\b(?:__filename|__dirname|import\.meta)\b/;

/**
 * Bundles installed packages, without source maps, for `loadPackages.cjs`. White
 * space is left out, a third of the code: V8 keeps all of it in memory.
 *
 * @param files - those which sources import from; each is a function of the
 *   module, by its path, that loads it
 */
export async function bundlePackages(
  root: string,
  files: string[],
): Promise<string> {
  const entries = files.map(file => {
    const path = JSON.stringify(file);
    return `${path}: () => require(${path}),`;
  });
  const contents = `module.exports = {\n${entries.join('\n')}\n};\n`;
  const bundle = async (withPaths: ReadonlySet<string>) => {
    const { metafile, outputFiles } = await build({
      ...BUNDLE_OPTIONS,
      minifyWhitespace: true,
      // So that an error can show the line that it comes from.
      lineLimit: 200,
      stdin: { contents, resolveDir: root, sourcefile: 'packages.js' },
      banner: { js: `(function (${MODULE_SCOPE}) {` },
      footer: { js: '})' },
      outfile: 'packages.js',
      absWorkingDir: root,
      plugins: [separate, paths(withPaths)],
    });
    const { inputs } = Object.values(metafile.outputs)[0];
    const used = Object.entries(inputs).filter(
      ([, { bytesInOutput }]) => bytesInOutput > 0,
    );
    return {
      code: outputFiles[0].text,
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
