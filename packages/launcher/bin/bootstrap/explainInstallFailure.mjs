// @ts-check
import { Failure } from './Failure.mjs';
import { lastLines } from './runLogged.mjs';

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network timeout|socket hang up|RequestError|fetch failed/i;

/**
 * Whether the output of a program says that it ran out of disk.
 *
 * @param {string} output
 */
export function saysDiskIsFull(output) {
  return /ENOSPC|no space left on device|check free disk space/i.test(output);
}

/**
 * Says what a failed npm or yarn run means for the person in front of it.
 *
 * @param {string} what what was being installed
 * @param {string} output what the program printed
 * @param {string} logFile
 */
export function explainInstallFailure(what, output, logFile) {
  const whole = `The whole output is in ${logFile}`;
  if (saysDiskIsFull(output)) {
    return new Failure(`The disk is full: ${what} could not be installed`, {
      hint: 'Free about 3 GB and run the command again; it goes on where it stopped.',
    });
  }
  if (/YN0028|lockfile would have been modified/i.test(output)) {
    return new Failure('yarn.lock does not fit the package.json files', {
      hint: 'Run `node .yarn/releases/yarn-4.13.0.cjs install` and commit the changed yarn.lock.',
    });
  }
  if (NETWORK.test(output)) {
    return new Failure(
      `Could not reach the package registry, so ${what} could not be installed`,
      {
        hint: `Check the network (behind a proxy, set HTTPS_PROXY) and run the command again.\n${whole}`,
      },
    );
  }
  if (/EACCES|EPERM/.test(output)) {
    return new Failure(
      `No permission to write, so ${what} could not be installed`,
      {
        hint: `The checkout may belong to another user, for example after a run as root.\n${whole}`,
      },
    );
  }
  return new Failure(`${what} could not be installed`, {
    details: lastLines(output),
    hint: whole,
  });
}
