import { PayloadTooLargeError } from '@atrium/backend-common';
import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { words } from '../costWords';
import { createWorkFolder, removeWorkFolder } from './WorkFolder';

/** A file that was sent, in a folder of its own. */
export interface SpooledFile {
  folder: string;
  path: string;
  bytes: number;
  /** The SHA-256 of all bytes, in hex. */
  hash: string;
}

/**
 * Writes to a file what is sent, as it comes.
 *
 * @throws PayloadTooLargeError; InputError where nothing is sent
 */
export async function spoolFile(
  body: Readable,
  { maxBytes }: { maxBytes: number },
): Promise<SpooledFile> {
  const folder = await createWorkFolder();
  const path = join(folder, 'sent');
  const digest = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      digest.update(chunk);
      callback(bytes > maxBytes ? tooLarge(maxBytes) : null, chunk);
    },
  });
  try {
    await pipeline(body, measure, createWriteStream(path));
    if (bytes === 0) {
      throw words.error(InputError, words.describe('cost.refusal.emptyFile'));
    }
    return { folder, path, bytes, hash: digest.digest('hex') };
  } catch (error) {
    await removeWorkFolder(folder);
    throw error;
  }
}

/** The refusal of a file that has more bytes than are taken. */
export function tooLarge(maxBytes: number): PayloadTooLargeError {
  return words.error(
    PayloadTooLargeError,
    words.describe('cost.refusal.fileTooLarge', { maxBytes }),
  );
}
