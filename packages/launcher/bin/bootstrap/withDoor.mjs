// @ts-check
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { hasCode } from './hasCode.mjs';
import { isStillRunning, readProcessIdentity } from './processIdentity.mjs';
import { Failure } from './Failure.mjs';

/** @import { ProcessIdentity } from './processIdentity.mjs' */

const RETRY_MILLISECONDS = 50;
/** How often a door without a name on it is looked at: it is being written. */
const UNNAMED_ATTEMPTS = 20;

/**
 * Lets one process at a time do something, with the file `door` standing for
 * the door. One that a process left shut which is gone by now is opened.
 *
 * @template T
 * @param {string} door
 * @param {() => Promise<T>} enter
 * @returns {Promise<T>}
 */
export async function withDoor(door, enter) {
  for (let attempt = 0; !(await shut(door)); attempt += 1) {
    const content = await read(door);
    if (await isLeft(content, attempt)) {
      await remove(door, content);
    } else {
      await delay(RETRY_MILLISECONDS);
    }
  }
  try {
    return await enter();
  } finally {
    await rm(door, { force: true });
  }
}

/** @param {string} door */
async function shut(door) {
  const owner = await readProcessIdentity(process.pid);
  if (!owner) {
    throw new Failure('The launcher cannot read its own process', {
      hint: 'On a system without /proc the command ps is needed.',
    });
  }
  try {
    await writeFile(door, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      return false;
    }
    throw error;
  }
}

/**
 * @param {string | undefined} content
 * @param {number} attempt
 */
async function isLeft(content, attempt) {
  const owner = parse(content);
  return owner ? !(await isStillRunning(owner)) : attempt >= UNNAMED_ATTEMPTS;
}

/**
 * Removes a door, unless another process has done so and shut its own in the
 * meantime: then that one is put back.
 *
 * @param {string} door
 * @param {string | undefined} content
 */
async function remove(door, content) {
  const aside = `${door}.${randomUUID()}`;
  try {
    await rename(door, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return;
    }
    throw error;
  }
  if ((await read(aside)) !== content) {
    await link(aside, door).catch(() => {});
  }
  await rm(aside, { recursive: true, force: true });
}

/** @param {string} door */
async function read(door) {
  try {
    return await readFile(door, 'utf8');
  } catch (error) {
    // Earlier versions used a folder.
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EISDIR')) {
      return undefined;
    }
    throw error;
  }
}

/**
 * @param {string | undefined} content
 * @returns {ProcessIdentity | undefined}
 */
function parse(content) {
  try {
    const value = JSON.parse(content ?? '');
    return typeof value?.pid === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}
