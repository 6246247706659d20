import { createReadStream, createWriteStream } from 'node:fs';
import { rename, stat, truncate } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** What a log may grow to before it is put aside. */
export const MAXIMUM_LOG_BYTES = 10 * 1024 * 1024;

/** How many older parts are kept: `x.1.log` is younger than `x.2.log`. */
const KEPT_PARTS = 2;

/** Puts the log of an earlier run aside, so that a new one begins empty. */
export async function beginLog(file: string): Promise<void> {
  await shiftParts(file);
  await renameIfPresent(file, partOf(file, 1));
}

/**
 * Puts a log aside when it is too large. The service that writes it goes on
 * writing to the same file, which is emptied: what it says at that very moment
 * may be lost.
 */
export async function rotateLog(
  file: string,
  maximumBytes: number,
): Promise<void> {
  const { size } = await stat(file);
  if (size > maximumBytes) {
    await shiftParts(file);
    // `copyFile` of a file that somebody empties meanwhile never ends, and takes a core.
    await pipeline(createReadStream(file), createWriteStream(partOf(file, 1)));
    await truncate(file);
  }
}

async function shiftParts(file: string): Promise<void> {
  for (let part = KEPT_PARTS; part > 1; part -= 1) {
    await renameIfPresent(partOf(file, part - 1), partOf(file, part));
  }
}

function partOf(file: string, part: number): string {
  return file.replace(/\.log$/, `.${part}.log`);
}

async function renameIfPresent(from: string, to: string): Promise<void> {
  await rename(from, to).catch(() => {});
}
