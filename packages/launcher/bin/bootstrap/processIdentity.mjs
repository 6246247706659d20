// @ts-check
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * What tells a process from another one that got the same pid later.
 *
 * @typedef {object} ProcessIdentity
 * @property {number} pid
 * @property {string} startedAt Opaque, equal for as long as the process lives.
 * @property {string} commandLine
 */

/**
 * The identity of a living process; zombies count as dead.
 *
 * @param {number} pid
 * @returns {Promise<ProcessIdentity | undefined>}
 */
export async function readProcessIdentity(pid) {
  return existsSync('/proc/self/stat') ? readFromProc(pid) : readFromPs(pid);
}

/**
 * Whether the process that was once recorded is the one living now.
 *
 * @param {ProcessIdentity} recorded
 */
export async function isStillRunning(recorded) {
  const present = await readProcessIdentity(recorded.pid);
  return present?.startedAt === recorded.startedAt;
}

/** @param {number} pid */
async function readFromProc(pid) {
  try {
    const [stat, commandLine] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    // The second field is the program's name in brackets and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startedAt] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') {
      return undefined;
    }
    return {
      pid,
      startedAt,
      commandLine: commandLine.split('\0').join(' ').trim(),
    };
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
async function readFromPs(pid) {
  try {
    const { stdout } = await run(
      'ps',
      ['-o', 'stat=,lstart=,command=', '-p', String(pid)],
      { env: { ...process.env, LC_ALL: 'C' } },
    );
    // For example: `S+ Tue Nov 24 10:00:00 2026 node packages/...`
    const match = /^(\S+)\s+(\S+ \S+ +\d+ [\d:]+ \d+)\s+(.*)$/.exec(
      stdout.trim(),
    );
    if (!match || match[1].startsWith('Z')) {
      return undefined;
    }
    return { pid, startedAt: match[2], commandLine: match[3] };
  } catch {
    return undefined;
  }
}
