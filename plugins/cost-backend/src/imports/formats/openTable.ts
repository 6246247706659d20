import { isError } from '@backstage/errors';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { words } from '../../costWords';
import { openCsv } from './openCsv';
import { openParquet } from './openParquet';
import type { OpenedTable, OpenTableOptions } from './Table';
import { UnreadableFile } from './UnreadableFile';

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
const PARQUET_MAGIC = Buffer.from('PAR1');
const PIECE_BYTES = 256 * 1024;
/** What packs better than this is no bill; those pack ten to forty times. */
const MAX_PACKED_TIMES = 100;
/** Of a few rows that are alike, as tests have them, more is taken. */
const MIN_UNPACKED_BYTES = 10_000_000;

/**
 * Opens CSV or Parquet, plain or packed by gzip: what it is, its first bytes say
 * and not its name.
 *
 * @throws UnreadableFile
 */
export async function openTable(
  path: string,
  options: OpenTableOptions,
): Promise<OpenedTable> {
  if (!startsWith(await readStart(path), GZIP_MAGIC)) {
    return openPlain(path);
  }
  if (!(await isPackedParquet(path, options))) {
    return openCsv(unpack(path, options));
  }
  // Parquet is read from its end on.
  const unpacked = join(options.folder, 'unpacked');
  const close = () => rm(unpacked, { force: true });
  try {
    await pipeline(unpack(path, options), createWriteStream(unpacked));
    const table = await openParquet(unpacked);
    return { ...table, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPlain(path: string): Promise<OpenedTable> {
  if (startsWith(await readStart(path), PARQUET_MAGIC)) {
    return { ...(await openParquet(path)), close: async () => undefined };
  }
  return openCsv(createReadStream(path, { highWaterMark: PIECE_BYTES }));
}

async function isPackedParquet(
  path: string,
  options: OpenTableOptions,
): Promise<boolean> {
  for await (const piece of unpack(path, options)) {
    return startsWith(piece, PARQUET_MAGIC);
  }
  return false;
}

/**
 * The bytes of a packed file, up to as many as are allowed, and as a bill of its size
 * can have: others wait until it is read.
 */
async function* unpack(
  path: string,
  { maxUnpackedBytes }: OpenTableOptions,
): AsyncGenerator<Buffer> {
  const { size } = await stat(path);
  const maxBytes = Math.min(
    maxUnpackedBytes,
    Math.max(size * MAX_PACKED_TIMES, MIN_UNPACKED_BYTES),
  );
  const packed = createReadStream(path, { highWaterMark: PIECE_BYTES });
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  packed.on('error', error => gunzip.destroy(error));
  const pieces: Readable = packed.pipe(gunzip);
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > maxBytes) {
        throw new UnreadableFile({
          rule: 'too-large',
          message: words.describe('cost.bill.unpackedTooLarge', { maxBytes }),
        });
      }
      yield piece;
    }
  } catch (error) {
    throw isZlibError(error)
      ? new UnreadableFile({
          rule: 'gzip',
          message: words.describe('cost.bill.gzip'),
        })
      : error;
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return (
    isError(error) &&
    typeof error.code === 'string' &&
    error.code.startsWith('Z_')
  );
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}
