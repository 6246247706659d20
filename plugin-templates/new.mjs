#!/usr/bin/env node
// @ts-check
// `yarn new`: Backstage's own generator with the templates beside this file.
// A template makes one package, while ours lean on each other: the backend and
// the frontend of a plugin on its -common, its modules on its -node. So what a
// new package leans on is made too, and all of it is formatted and installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = process.cwd();
const require = createRequire(join(root, 'package.json'));

/** What makes a package that another one leans on. */
const TEMPLATES = {
  common: 'common-library',
  node: 'node-library',
};

const args = process.argv.slice(2);
const known = new Set(listPackages());
generate(args);
for (let missing = findMissing(); missing; missing = findMissing()) {
  generate(missing);
}

const created = listPackages().filter(folder => !known.has(folder));
if (created.length === 0) {
  // The generator has said why, and ended as if all were well.
  process.exit(1);
}
run(require.resolve('prettier/bin-prettier.js'), [
  '--write',
  '--loglevel=warn',
  ...created,
]);
if (!args.includes('--skip-install')) {
  run(join(root, readYarnPath()), ['install']);
}

/** @param {string[]} options */
function generate(options) {
  const cli = dirname(require.resolve('@backstage/cli/package.json'));
  // Its own installation would come before the packages that are still missing.
  const skip = options.includes('--skip-install') ? [] : ['--skip-install'];
  run(join(cli, 'bin', 'backstage-cli'), ['new', ...options, ...skip]);
}

/** Options that make a package which a new one names and nobody has made. */
function findMissing() {
  const folders = listPackages();
  for (const folder of folders.filter(name => !known.has(name))) {
    for (const name of readDependencies(folder)) {
      const [, id, kind] =
        /^@atrium\/plugin-(.+)-(common|node)$/.exec(name) ?? [];
      if (id && !folders.includes(`plugins/${id}-${kind}`)) {
        const template = TEMPLATES[/** @type {'common' | 'node'} */ (kind)];
        return ['--select', template, '--option', `pluginId=${id}`];
      }
    }
  }
  return undefined;
}

/** @param {string} folder */
function readDependencies(folder) {
  const file = join(root, folder, 'package.json');
  return Object.keys(JSON.parse(readFileSync(file, 'utf8')).dependencies ?? {});
}

function listPackages() {
  return ['packages', 'plugins'].flatMap(parent =>
    existsSync(join(root, parent))
      ? readdirSync(join(root, parent))
          .map(name => `${parent}/${name}`)
          .filter(folder => existsSync(join(root, folder, 'package.json')))
      : [],
  );
}

function readYarnPath() {
  const settings = readFileSync(join(root, '.yarnrc.yml'), 'utf8');
  const [, path] = /^yarnPath: (.+)$/m.exec(settings) ?? [];
  if (!path) {
    throw new Error("No 'yarnPath' in .yarnrc.yml");
  }
  return path;
}

/**
 * Runs a Node script, and ends with it when it fails.
 *
 * @param {string} script
 * @param {string[]} scriptArgs
 */
function run(script, scriptArgs) {
  const { status } = spawnSync(process.execPath, [script, ...scriptArgs], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
