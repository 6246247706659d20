// @ts-check
import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './Failure.mjs';
import { hasCode } from './hasCode.mjs';

const MEGABYTE = 1_000_000;

/**
 * Fails when a folder, which need not exist yet, cannot be written to.
 *
 * @param {string} folder
 * @param {{ hint: string }} options what to do then
 */
export async function checkWritable(folder, { hint }) {
  try {
    await access(nearestPresent(folder), constants.W_OK);
  } catch (error) {
    const reason = hasCode(error, 'EROFS')
      ? 'its file system is read-only'
      : 'it belongs to another user';
    throw new Failure(`${folder} cannot be written to, ${reason}`, {
      hint,
      cause: error,
    });
  }
}

/**
 * Fails before something is begun that a disk has no room for. What runs out
 * of it half way says so in many places, and none of them says it plainly.
 *
 * @param {string} folder what is written to; it need not exist yet
 * @param {{ megabytes: number, purpose: string }} need
 */
export async function checkDiskSpace(folder, { megabytes, purpose }) {
  const { bavail, bsize } = await statfs(nearestPresent(folder));
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free < megabytes) {
    throw new Failure(
      `The disk of ${folder} has ${free} MB left, and ${purpose} ${megabytes} MB`,
      { hint: 'Free some space and run the command again; nothing is lost.' },
    );
  }
}

/** @param {string} folder */
function nearestPresent(folder) {
  let present = folder;
  while (!existsSync(present) && dirname(present) !== present) {
    present = dirname(present);
  }
  return present;
}
