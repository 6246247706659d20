// @ts-check
const { mkdir, readFile, readdir, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { promisify } = require('node:util');
const { brotliCompress, constants, gzip } = require('node:zlib');

const COMPRESSIBLE = /\.(css|js|json|svg|txt)$/;

/** Less than a packet holds is not worth a header. */
const MINIMUM_BYTES = 1_000;

/** The last steps take ten times as long: what every visit begins with is worth it. */
const CHUNK_QUALITY = 9;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Compresses what is in `static`, once, into `compressed` beside it: the backend
 * keeps what is in `static` in its database, where one version of each file is
 * enough.
 *
 * @param {string} dist
 */
exports.compressAssets = async function compressAssets(dist) {
  const compressed = join(dist, 'compressed');
  await mkdir(compressed, { recursive: true });
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const names = await readdir(join(dist, 'static'));
  for (const name of names.filter(one => COMPRESSIBLE.test(one))) {
    const content = await readFile(join(dist, 'static', name));
    if (content.length >= MINIMUM_BYTES) {
      const quality = html.includes(`/static/${name}"`)
        ? constants.BROTLI_MAX_QUALITY
        : CHUNK_QUALITY;
      const [br, gz] = await Promise.all([
        compressBrotli(content, {
          params: { [constants.BROTLI_PARAM_QUALITY]: quality },
        }),
        compressGzip(content, { level: constants.Z_BEST_COMPRESSION }),
      ]);
      await writeFile(join(compressed, `${name}.br`), br);
      await writeFile(join(compressed, `${name}.gz`), gz);
    }
  }
};
