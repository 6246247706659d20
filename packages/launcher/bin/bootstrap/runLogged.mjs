// @ts-check
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/**
 * @typedef {object} RunLoggedOptions
 * @property {string} cwd
 * @property {string} logFile the whole output goes here
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [shell]
 * @property {RegExp} [endWhen] a line by which the program has failed, however
 *   long it goes on; it is ended then
 * @property {number} [uid]
 * @property {number} [gid]
 */

/**
 * Runs a program to its end, keeping its output in a log file.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunLoggedOptions} options
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when the
 * program is missing
 */
export async function runLogged(command, args, options) {
  await mkdir(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile);
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    shell: options.shell ?? false,
    uid: options.uid,
    gid: options.gid,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  /** @param {Buffer} chunk */
  const collect = chunk => {
    const text = chunk.toString('utf8');
    output += text;
    log.write(chunk);
    if (options.endWhen?.test(text)) {
      child.kill('SIGTERM');
    }
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);

  // An interrupted installation must not go on behind the back of the person
  // who interrupted it.
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  try {
    const [code] = await once(child, 'close');
    return { code: code ?? 1, output };
  } catch (error) {
    if (isMissing(error)) {
      return { code: 127, output };
    }
    throw error;
  } finally {
    process.off('exit', stop);
    log.end();
    await finished(log);
  }
}

/**
 * The end of a text, for showing what a program said last.
 *
 * @param {string} text
 * @param {number} [count]
 */
export function lastLines(text, count = 15) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** @param {unknown} error */
function isMissing(error) {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
