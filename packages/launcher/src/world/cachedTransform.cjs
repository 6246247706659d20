// @ts-check
/**
 * Turns TypeScript into JavaScript as Backstage's CLI does while a backend runs
 * from its sources, and keeps what came out in `ATRIUM_TRANSFORM_CACHE`.
 *
 * The backend has some 1600 files of TypeScript. To transform them anew at each
 * start takes a sixth of the processor time until it is ready. Source maps lie in
 * files of their own, which are read when a stack trace needs them: inside the code
 * they are half of what is read, hashed and kept in memory.
 */
const { createHash } = require('node:crypto');
const {
  mkdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} = require('node:fs');
const { createRequire, Module } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { pruneUnused } = require('./pruneUnused.cjs');

const cli = createRequire(require.resolve('@backstage/cli/package.json'));
const cliNode = createRequire(cli.resolve('@backstage/cli-node/package.json'));
const compilerFile = cliNode.resolve('@swc/core');
const { version } = cliNode('@swc/core/package.json');
const folder = process.env.ATRIUM_TRANSFORM_CACHE ?? '';
const usedAt = pruneUnused(folder, Date.now());

/**
 * Loaded at once, although a start may not need it: where only a thread has loaded
 * the native compiler, its end takes the compiler away, and the process with it.
 */
const compile = cliNode('@swc/core').transformSync;

/**
 * @param {string} source
 * @param {object} options
 */
function transformSync(source, options) {
  // Stack traces need positions only: the sources lie beside.
  const all = { ...options, inlineSourcesContent: false };
  const hash = createHash('sha256')
    .update(JSON.stringify([version, all]))
    .update(source)
    .digest('hex');
  const file = join(folder, `${hash}.js`);
  const mapFile = `${file}.map`;
  try {
    const code = readFileSync(file, 'utf8');
    if (usedAt) {
      utimesSync(file, usedAt, usedAt);
      utimesSync(mapFile, usedAt, usedAt);
    }
    return { code };
  } catch {
    // It was never transformed, or the cache was emptied.
  }
  const { code, map = '' } = compile(source, { ...all, sourceMaps: true });
  // A path: Node does not follow URLs of files.
  const { pathname } = pathToFileURL(mapFile);
  const linked = `${code}\n//# sourceMappingURL=${pathname}\n`;
  try {
    mkdirSync(folder, { recursive: true });
    // The code last: whoever finds it finds its map.
    write(mapFile, map);
    write(file, linked);
    return { code: linked };
  } catch {
    // It is transformed again with the next start.
    return compile(source, all);
  }
}

/**
 * Another process may read it at any time.
 *
 * @param {string} file
 * @param {string} content
 */
function write(file, content) {
  const incoming = `${file}.${process.pid}`;
  writeFileSync(incoming, content);
  renameSync(incoming, file);
}

// Stands where the CLI's hook looks for the compiler.
const standIn = new Module(compilerFile);
standIn.exports = { transformSync };
standIn.loaded = true;
require.cache[compilerFile] = standIn;

cli('@backstage/cli/config/nodeTransform.cjs');
