import { PayloadTooLargeError } from '@atrium/backend-common';
import { InputError, isError } from '@backstage/errors';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** A document that lies in a file of its own. */
export interface SpooledDocument {
  path: string;
  remove(): Promise<void>;
}

/** How a document is taken. */
export interface SpoolDocumentOptions {
  /** Of the document itself, however it was packed. */
  maxBytes: number;
}

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/**
 * Writes what was sent to a file, unpacked where it is gzip. Documents are read
 * more than once, and none fits into memory for certain.
 *
 * @throws PayloadTooLargeError; InputError for what cannot be unpacked
 */
export async function spoolDocument(
  body: Readable,
  { maxBytes }: SpoolDocumentOptions,
): Promise<SpooledDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-findings-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const sent = join(folder, 'sent');
    await pipeline(body, limitBytes(maxBytes), createWriteStream(sent));
    if (!(await isGzip(sent))) {
      return { path: sent, remove };
    }
    const path = join(folder, 'document');
    await unpack(sent, path, maxBytes);
    return { path, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function unpack(from: string, to: string, maxBytes: number) {
  try {
    await pipeline(
      createReadStream(from),
      createGunzip(),
      limitBytes(maxBytes),
      createWriteStream(to),
    );
  } catch (error) {
    if (error instanceof PayloadTooLargeError) {
      throw error;
    }
    throw new InputError(
      `The body cannot be unpacked: ${isError(error) ? error.message : 'gzip'}`,
    );
  }
}

function limitBytes(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        callback(
          new PayloadTooLargeError(
            `The document may have ${maxBytes} bytes, unpacked`,
          ),
        );
      } else {
        callback(null, chunk);
      }
    },
  });
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.equals(GZIP_MAGIC);
  } finally {
    await file.close();
  }
}
