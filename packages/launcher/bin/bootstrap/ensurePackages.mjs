// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, delimiter, join } from 'node:path';
import { checkDiskSpace, checkWritable } from './checkFolder.mjs';
import { explainInstallFailure } from './explainInstallFailure.mjs';
import { NODE_MAJOR } from './ensureNode.mjs';
import { runLogged } from './runLogged.mjs';
import { withDoor } from './withDoor.mjs';

/**
 * Installs the packages of yarn.lock unless exactly these are installed.
 *
 * @param {string} root the checkout
 * @param {string} node path of Node 24
 */
export async function ensurePackages(root, node) {
  // The stamp lies in node_modules so that it goes when node_modules goes.
  const stampFile = join(root, 'node_modules', '.atrium-stamp');
  const key = await packagesKey(root);
  if (await isInstalled(stampFile, key)) {
    return;
  }
  await checkWritable(root, {
    hint: 'The packages are installed into the checkout: make it writable, or use a copy.',
  });
  const state = join(root, '.atrium');
  await mkdir(state, { recursive: true });
  // Two installations at once would mix their files.
  await withDoor(join(state, 'install.door'), async () => {
    if (!(await isInstalled(stampFile, key))) {
      await install(root, node);
      await writeFile(stampFile, key);
    }
  });
}

/**
 * @param {string} stampFile
 * @param {string} key
 */
async function isInstalled(stampFile, key) {
  return existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === key;
}

/**
 * @param {string} root
 * @param {string} node
 */
async function install(root, node) {
  const isFirst = !existsSync(join(root, 'node_modules'));
  await checkDiskSpace(root, {
    // The packages and yarn's cache of them, or what an update may bring.
    megabytes: isFirst ? 3_000 : 500,
    purpose: 'the packages need',
  });
  const logFile = join(root, '.atrium', 'logs', 'install-packages.log');
  const { code, output } = await runLogged(
    node,
    [
      join(root, '.yarn', 'releases', 'yarn-4.13.0.cjs'),
      'install',
      '--immutable',
    ],
    {
      cwd: root,
      logFile,
      env: yarnEnvironment(node),
      // Yarn has tried four times, and would do so for each of the packages.
      endWhen: /RequestError/,
    },
  );
  if (code !== 0) {
    throw explainInstallFailure('the packages', output, logFile);
  }
}

/** @param {string} node */
export function yarnEnvironment(node) {
  const { env } = process;
  const proxy = env.HTTPS_PROXY ?? env.https_proxy;
  return {
    ...env,
    PATH: `${dirname(node)}${delimiter}${env.PATH}`,
    YARN_ENABLE_PROGRESS_BARS: '0',
    YARN_ENABLE_COLORS: '0',
    YARN_ENABLE_TELEMETRY: '0',
    // Instead of a minute, which four attempts make four.
    YARN_HTTP_TIMEOUT: env.YARN_HTTP_TIMEOUT ?? '20000',
    // Yarn reads neither the proxy variables nor npm's settings by itself.
    ...(proxy && !env.YARN_HTTPS_PROXY && { YARN_HTTPS_PROXY: proxy }),
    ...(env.npm_config_registry &&
      !env.YARN_NPM_REGISTRY_SERVER && {
        YARN_NPM_REGISTRY_SERVER: env.npm_config_registry,
      }),
  };
}

/**
 * Everything that decides what an installation looks like.
 *
 * @param {string} root
 */
async function packagesKey(root) {
  const hash = createHash('sha256');
  hash.update(`node ${NODE_MAJOR} ${process.platform} ${process.arch}\n`);
  for (const file of [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    ...(await workspaceManifests(root)),
  ]) {
    hash.update(`${file}\n`);
    hash.update(await readFile(join(root, file)));
  }
  return `${hash.digest('hex')}\n`;
}

/** @param {string} root */
async function workspaceManifests(root) {
  const manifests = [];
  for (const parent of ['packages', 'plugins']) {
    if (!existsSync(join(root, parent))) {
      continue;
    }
    for (const name of (await readdir(join(root, parent))).sort()) {
      const manifest = join(parent, name, 'package.json');
      if (existsSync(join(root, manifest))) {
        manifests.push(manifest);
      }
    }
  }
  return manifests;
}
