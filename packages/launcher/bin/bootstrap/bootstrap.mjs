// @ts-check
import { execFile, spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ensureNode } from './ensureNode.mjs';
import { ensurePackages } from './ensurePackages.mjs';
import { Failure, printFailure } from './Failure.mjs';
import { Progress } from './Progress.mjs';

const run = promisify(execFile);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');

/**
 * Brings Node 24 and the packages, then hands over to a TypeScript file.
 *
 * @param {string} file relative to the checkout
 * @param {string[]} args
 */
export async function bootstrap(file, args) {
  // `token` prints nothing but the token on its standard output.
  const progress = new Progress(
    args[0] === 'token' ? process.stderr : process.stdout,
  );
  let node;
  try {
    await checkMachine();
    node = await bringToolchain(progress);
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  const main = join(root, file);
  if (node === process.execPath) {
    await import(pathToFileURL(main).href);
  } else {
    handOver(node, [main, ...args]);
  }
}

async function checkMachine() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Failure(
      `Node 20 or newer is needed, this is ${process.version}`,
      {
        hint: 'Install Node 24 (https://nodejs.org) and run the command again.',
      },
    );
  }
  try {
    await run('git', ['--version']);
  } catch (error) {
    throw new Failure('git is missing on this machine', {
      hint: 'Install git (https://git-scm.com) and run the command again.',
      cause: error,
    });
  }
}

/** @param {Progress} progress */
async function bringToolchain(progress) {
  let node = '';
  await progress.step('Node 24', async () => {
    node = await ensureNode(root);
    const { stdout } = await run(node, ['--version']);
    return `Node ${stdout.trim().slice(1)}`;
  });
  await progress.step('Packages', () => ensurePackages(root, node));
  return node;
}

/**
 * Runs the rest under the Node that was brought in, and lives as long as it.
 *
 * @param {string} node
 * @param {string[]} args
 */
function handOver(node, args) {
  // The channel tells the other side when this process is killed outright.
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', ...args],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
    process.exit();
  });
}
