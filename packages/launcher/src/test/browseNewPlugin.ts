import {
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { playInWorld } from './playInWorld.ts';
import { runTool } from './runTool.ts';
import type { StepContext, StepResult } from './TestStep.ts';

/** Beside the ports of the other journeys. */
const BASE_PORT = 17_107;

/** What the guide has an author change; the rest is the checkout itself. */
const CHANGED = [
  'packages/app',
  'packages/backend',
  'plugins/permission-backend-module-atrium',
];

/** What the copy has of its own, or does without. */
const OWN = ['.atrium', '.git', 'node_modules', 'packages', 'plugins'];

const JOURNEY = 'packages/app/e2e-tests/new-plugin.journey.ts';
const POLICY_TABLE =
  'plugins/permission-backend-module-atrium/src/policyTable.ts';
const ROUTE_TABLE = 'packages/backend/src/routes/atriumRoutes.ts';

const POLICY_ROW = `
  {
    permission: 'field-notes.note.create',
    decision: 'signed-in',
    reason: 'A note is for its author alone.',
  },`;
const ROUTE_ROW = `
  {
    plugin: 'field-notes',
    caller: 'signed-in',
    reason: 'Everybody has notes of their own.',
    routes: ['GET /notes', 'GET /notes/:id', 'POST /notes'],
  },`;

/**
 * Follows the guide for plugin authors in a copy of the checkout, from `yarn
 * new` over the rows of permissions and routes to the page in the browser.
 */
export async function browseNewPlugin(
  context: StepContext,
): Promise<StepResult> {
  const portal = join(context.home, 'templates-portal');
  await copyCheckout(context.root, portal);
  const inside = { ...context, root: portal };
  for (const template of ['backend-plugin', 'frontend-plugin']) {
    const { code, output } = await runTool(inside, {
      log: 'templates-portal-new',
      args: [
        'plugin-templates/new.mjs',
        '--skip-install',
        `--select=${template}`,
        '--option=pluginId=field-notes',
      ],
    });
    if (code !== 0) {
      return { passed: 0, failed: 1, skipped: 0, output };
    }
  }
  await linkNewPackages(portal);
  await addRow(join(portal, POLICY_TABLE), POLICY_ROW);
  await addRow(join(portal, ROUTE_TABLE), ROUTE_ROW);
  const journey = join(portal, JOURNEY);
  await copyFile(journey, journey.replace('.journey.', '.test.'));
  return playInWorld(
    {
      ...inside,
      // A plugin finds its migrations by its package name, from within
      // Backstage, which is installed outside of the copy.
      env: { ...context.env, NODE_PATH: join(portal, 'node_modules') },
    },
    {
      home: join(context.home, 'templates-world'),
      basePort: BASE_PORT,
      args: ['--project=journeys', 'new-plugin'],
    },
  );
}

/** Copies what will be changed, and links to the rest. Builds are kept. */
async function copyCheckout(root: string, portal: string): Promise<void> {
  await mkdir(portal, { recursive: true });
  for (const name of await readdir(portal)) {
    if (name !== '.atrium') {
      await rm(join(portal, name), { recursive: true, force: true });
    }
  }
  for (const entry of await readdir(root, { withFileTypes: true })) {
    const from = join(root, entry.name);
    if (!OWN.includes(entry.name)) {
      await (entry.isFile() ? copyFile : symlink)(
        from,
        join(portal, entry.name),
      );
    }
  }
  for (const parent of ['packages', 'plugins']) {
    await mkdir(join(portal, parent));
    for (const name of await readdir(join(root, parent))) {
      const folder = join(parent, name);
      await (CHANGED.includes(folder)
        ? copyPackage(join(root, folder), join(portal, folder))
        : symlink(join(root, folder), join(portal, folder)));
    }
  }
  await linkModules(root, portal, 'node_modules');
  await linkModules(root, portal, 'node_modules/@atrium');
}

async function copyPackage(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    filter: source => !['node_modules', 'dist'].includes(basename(source)),
  });
  // A folder of its own: the build of the app writes into it.
  const modules = join(from, 'node_modules');
  await mkdir(join(to, 'node_modules'));
  for (const name of await readdir(modules).catch(() => [])) {
    if (!name.startsWith('__backstage')) {
      await symlink(join(modules, name), join(to, 'node_modules', name));
    }
  }
}

/** Packages of the checkout are those of the copy; all others are shared. */
async function linkModules(
  root: string,
  portal: string,
  folder: string,
): Promise<void> {
  await mkdir(join(portal, folder));
  for (const entry of await readdir(join(root, folder), {
    withFileTypes: true,
  })) {
    const from = join(root, folder, entry.name);
    if (entry.name === '@atrium') {
      continue;
    }
    const target = entry.isSymbolicLink()
      ? resolve(root, folder, await readlink(from))
      : from;
    const inCheckout = relative(root, target);
    const isPackage = /^(packages|plugins)\//.test(inCheckout);
    await symlink(
      isPackage ? join(portal, inCheckout) : target,
      join(portal, folder, entry.name),
    );
  }
}

async function linkNewPackages(portal: string): Promise<void> {
  for (const name of await readdir(join(portal, 'plugins'))) {
    if (name.startsWith('field-notes')) {
      await symlink(
        join(portal, 'plugins', name),
        join(portal, 'node_modules', '@atrium', `plugin-${name}`),
      );
    }
  }
}

/** Adds a row where the table begins. */
async function addRow(file: string, row: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [start] = /= \[$/m.exec(text) ?? [];
  if (!start) {
    throw new Error(`'${file}' has no table`);
  }
  await writeFile(file, text.replace(start, `${start}${row}`));
}
