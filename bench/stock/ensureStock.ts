import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  appendFile,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { explainInstallFailure } from '@atrium/launcher/bin/bootstrap/explainInstallFailure.mjs';
import { yarnEnvironment } from '@atrium/launcher/bin/bootstrap/ensurePackages.mjs';
import {
  lastLines,
  runLogged,
} from '@atrium/launcher/bin/bootstrap/runLogged.mjs';
import { fingerprint } from '@atrium/launcher/src/build/fingerprint.ts';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { BenchContext } from '../Bench.ts';
import { compareReleases } from './compareReleases.ts';
import { renderTemplate } from './renderTemplate.ts';
import { applyStockChanges } from './stockChanges.ts';
import { stockManifest } from './stockManifest.ts';

/** The newest that is published; its template outlives the versions in it. */
const CREATE_APP = '@backstage/create-app@0.9.2';

/** The same module that Atrium signs in with, apart from its page. */
const SHARED_SOURCES = ['packages/app/src/modules/auth/oidcAuthApi.ts'];

/**
 * Makes the stock app: what create-app writes, with the package versions that
 * Atrium's lockfile resolves. Does nothing when exactly that is there.
 *
 * @returns its folder
 */
export async function ensureStock(context: BenchContext): Promise<string> {
  const { root, home } = context;
  const stock = join(home, 'stock');
  const stampFile = join(stock, '.stamp');
  const key = await stockKey(root);
  const stamp = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (stamp === key) {
    return stock;
  }
  const template = await fetchTemplate(home);
  await clear(stock);
  await writeStock(stock, { root, template });
  await install(stock, home);
  await checkRelease(root, stock);
  await writeFile(stampFile, key);
  return stock;
}

async function stockKey(root: string): Promise<string> {
  const hash = createHash('sha256');
  const sources = await fingerprint(root, [
    'bench/stock',
    'backstage.json',
    'package.json',
    'yarn.lock',
    ...SHARED_SOURCES,
  ]);
  return hash.update(`${CREATE_APP}\n${sources}`).digest('hex');
}

async function fetchTemplate(home: string): Promise<string> {
  const folder = join(home, 'create-app');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await run('npm', ['pack', CREATE_APP, '--silent'], { folder, home });
  const [archive] = await readdir(folder);
  await run('tar', ['-xzf', archive], { folder, home });
  return join(folder, 'package', 'templates', 'default-app');
}

async function run(
  command: string,
  args: string[],
  { folder, home }: { folder: string; home: string },
): Promise<void> {
  const { code, output } = await runLogged(command, args, {
    cwd: folder,
    logFile: join(home, 'logs', `stock-${command}.log`),
  });
  if (code !== 0) {
    throw new Failure(`'${command} ${args.join(' ')}' failed`, {
      details: lastLines(output),
      hint:
        command === 'npm'
          ? 'The template of the stock app comes from the package registry.'
          : undefined,
    });
  }
}

/** Empties the folder, except for what an installation can use again. */
async function clear(stock: string): Promise<void> {
  await mkdir(stock, { recursive: true });
  for (const name of await readdir(stock)) {
    if (name !== 'node_modules') {
      await rm(join(stock, name), { recursive: true, force: true });
    }
  }
}

async function writeStock(
  stock: string,
  { root, template }: { root: string; template: string },
): Promise<void> {
  const versionOf = await versionReader(root);
  const { resolutions } = await readJson(join(root, 'package.json'));
  const entries = await readdir(template, {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries.filter(found => found.isFile())) {
    const source = join(entry.parentPath, entry.name);
    const file = relative(template, source).replace(/\.hbs$/, '');
    const target = join(stock, file);
    await mkdir(dirname(target), { recursive: true });
    if (!entry.name.endsWith('.hbs') && !/\.tsx?$/.test(entry.name)) {
      await copyFile(source, target);
      continue;
    }
    let text = await readFile(source, 'utf8');
    if (entry.name.endsWith('.hbs')) {
      const values = { name: 'stock', defaultBranch: 'main' };
      text = renderTemplate(text, { versionOf, values });
    }
    if (file.endsWith('package.json')) {
      text = stockManifest(file, text, { versionOf, resolutions });
    }
    await writeFile(target, applyStockChanges(file, text));
  }

  await cp(join(root, 'bench', 'stock', 'overlay'), stock, { recursive: true });
  for (const file of SHARED_SOURCES) {
    await copyFile(join(root, file), join(stock, file));
  }
  // Seeds the installation, so that both sides have the same of everything.
  await copyFile(join(root, 'yarn.lock'), join(stock, 'yarn.lock'));
  await appendFile(
    join(stock, '.yarnrc.yml'),
    '\nenableGlobalCache: true\nenableScripts: false\nenableTelemetry: false\n',
  );
}

/**
 * Knows the version of each package: the installed one where Atrium has it,
 * that of versions.json for what only the template has.
 */
async function versionReader(root: string): Promise<(name: string) => string> {
  const extra = await readJson(join(root, 'bench/stock/versions.json'));
  const release = await readJson(join(root, 'backstage.json'));
  return name => {
    if (name === 'root') {
      return release.version;
    }
    const manifest = join(root, 'node_modules', name, 'package.json');
    if (existsSync(manifest)) {
      return JSON.parse(readFileSync(manifest, 'utf8')).version;
    }
    if (extra[name] === undefined) {
      throw new Failure(`The version of ${name} is not known`, {
        hint: 'Add it to bench/stock/versions.json.',
      });
    }
    return extra[name];
  };
}

async function install(stock: string, home: string): Promise<void> {
  const releases = join(stock, '.yarn', 'releases');
  const [yarn] = await readdir(releases);
  const logFile = join(home, 'logs', 'stock-install.log');
  const { code, output } = await runLogged(
    process.execPath,
    [join(releases, yarn), 'install', '--no-immutable'],
    { cwd: stock, logFile, env: yarnEnvironment(process.execPath) },
  );
  if (code !== 0) {
    throw explainInstallFailure(
      'the packages of the stock app',
      output,
      logFile,
    );
  }
}

async function checkRelease(root: string, stock: string): Promise<void> {
  const differences = compareReleases(
    await readFile(join(root, 'yarn.lock'), 'utf8'),
    await readFile(join(stock, 'yarn.lock'), 'utf8'),
  );
  if (differences.length > 0) {
    throw new Failure('The stock app is not of the same release', {
      details: differences
        .map(
          ({ name, atrium, stock: other }) =>
            `${name}: ${other.join(', ')} instead of ${atrium.join(', ')}`,
        )
        .join('\n'),
      hint: 'Bring bench/stock/versions.json up to the release of yarn.lock.',
    });
  }
}

async function readJson(file: string) {
  return JSON.parse(await readFile(file, 'utf8'));
}
