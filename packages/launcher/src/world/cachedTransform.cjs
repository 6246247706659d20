// @ts-check
/**
 * Turns TypeScript into JavaScript as Backstage's CLI does while a backend runs
 * from its sources, and keeps what came out in `ATRIUM_TRANSFORM_CACHE`.
 *
 * The backend has some 1500 files of TypeScript. To transform them anew at each
 * start takes a sixth of the processor time until it is ready.
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
    .update(JSON.stringify([version, all, source]))
    .digest('hex');
  const file = join(folder, `${hash}.js`);
  try {
    const code = readFileSync(file, 'utf8');
    if (usedAt) {
      utimesSync(file, usedAt, usedAt);
    }
    return { code };
  } catch {
    // It was never transformed, or the cache was emptied.
  }
  const transformed = compile(source, all);
  try {
    mkdirSync(folder, { recursive: true });
    // Another process may read it at any time.
    writeFileSync(`${file}.${process.pid}`, transformed.code);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // It is transformed again with the next start.
  }
  return transformed;
}

// Stands where the CLI's hook looks for the compiler.
const standIn = new Module(compilerFile);
standIn.exports = { transformSync };
standIn.loaded = true;
require.cache[compilerFile] = standIn;

cli('@backstage/cli/config/nodeTransform.cjs');
