import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join, relative } from 'node:path';
import { browseNewPlugin } from './browseNewPlugin.ts';
import { runJest } from './jest/runJest.ts';
import { runTool } from './runTool.ts';
import type { StepContext, StepResult, TestStep } from './TestStep.ts';
import { withTestPostgres } from './withTestPostgres.ts';

/** What `yarn new` is asked for; the packages these lean on come along. */
const REQUESTS = [
  ['backend-plugin'],
  ['frontend-plugin'],
  [
    'backend-plugin-module',
    'moduleId=ticket-system',
    'pluginPackage=@atrium/plugin-field-notes-backend',
  ],
];

/** All packages of a plugin that is called `field-notes`. */
const EXPECTED = [
  'field-notes',
  'field-notes-backend',
  'field-notes-backend-module-ticket-system',
  'field-notes-common',
  'field-notes-node',
];

/**
 * Makes a package from each of our templates in a workspace of its own, and
 * checks it as `npm test` checks the packages here. Then follows the guide for
 * plugin authors to the page of such a plugin in the browser.
 */
export const pluginTemplates: TestStep = {
  name: 'templates',
  leavesCore: true,
  hasBounds: true,
  async run(context) {
    const workspace = await createWorkspace(context);
    const inside = { ...context, root: workspace, args: [] };
    const generation = await generate(inside);
    if (generation.failed > 0) {
      return generation;
    }
    await linkPackages(workspace);
    const results = await Promise.all([
      checkVersions(inside),
      check(inside, 'prettier/bin-prettier.js', ['--check', 'plugins']),
      check(inside, 'typescript/bin/tsc', []),
      check(inside, '@backstage/cli/bin/backstage-cli', [
        'repo',
        'lint',
        '--max-warnings',
        '0',
      ]),
    ]);
    const tests = await withTestPostgres(context, {
      name: 'templates-postgres',
      use: ({ port, password }) =>
        runJest(inside, [], {
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: `postgresql://postgres:${password}@127.0.0.1:${port}`,
          // A plugin finds its migrations by its package name, from within
          // Backstage, which is installed outside of the workspace.
          NODE_PATH: join(workspace, 'node_modules'),
        }),
    });
    return sum([generation, ...results, tests, await browseNewPlugin(context)]);
  },
};

/** A monorepo with the settings of this one, and no package. */
async function createWorkspace({ root, home }: StepContext): Promise<string> {
  const workspace = join(home, 'templates');
  await rm(workspace, { recursive: true, force: true });
  await mkdir(join(workspace, 'plugins'), { recursive: true });
  for (const file of [
    'jest.setup.cjs',
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
  ]) {
    await copyFile(join(root, file), join(workspace, file));
  }
  await symlink(
    join(root, 'plugin-templates'),
    join(workspace, 'plugin-templates'),
  );
  const toRoot = relative(workspace, root);
  const tsconfig = {
    extends: `${toRoot}/tsconfig.json`,
    include: ['plugins/*/src', 'plugins/*/config.d.ts', 'plugins/*/migrations'],
    files: [
      `${toRoot}/node_modules/@backstage/cli/asset-types/asset-types.d.ts`,
    ],
    compilerOptions: { noEmit: true, incremental: false },
  };
  await writeFile(join(workspace, 'tsconfig.json'), JSON.stringify(tsconfig));

  const modules = join(workspace, 'node_modules');
  await mkdir(join(modules, '@atrium'), { recursive: true });
  for (const name of ['@backstage', 'prettier', 'typescript']) {
    await symlink(join(root, 'node_modules', name), join(modules, name));
  }
  return workspace;
}

async function generate(inside: StepContext): Promise<StepResult> {
  for (const [template, ...options] of REQUESTS) {
    const { code, output } = await runTool(inside, {
      log: 'templates-new',
      args: [
        'plugin-templates/new.mjs',
        '--skip-install',
        `--select=${template}`,
        '--option=pluginId=field-notes',
        ...options.map(option => `--option=${option}`),
      ],
    });
    if (code !== 0) {
      return { passed: 0, failed: 1, skipped: 0, output };
    }
  }
  const created = await readdir(join(inside.root, 'plugins'));
  return judge(
    created.sort().join() === EXPECTED.join(),
    `There should be ${EXPECTED.join(', ')}, but there is ${created.join(
      ', ',
    )}`,
  );
}

/** Does for the new packages what `yarn install` would do. */
async function linkPackages(workspace: string): Promise<void> {
  for (const name of EXPECTED) {
    await symlink(
      join(workspace, 'plugins', name),
      join(workspace, 'node_modules', '@atrium', `plugin-${name}`),
    );
  }
}

/** A new package brings no version in that the lockfile does not have. */
async function checkVersions({ root }: StepContext): Promise<StepResult> {
  const lockfile = await readFile(join(root, 'yarn.lock'), 'utf8');
  const known = new Set(
    [...lockfile.matchAll(/^"?([^\s#"][^"\n]*?)"?:$/gm)].flatMap(
      ([, requests]) => requests.split(', '),
    ),
  );
  const unknown: string[] = [];
  for (const name of EXPECTED) {
    const file = join(root, 'plugins', name, 'package.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    const { dependencies, devDependencies, peerDependencies } = manifest;
    for (const [dependency, range] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...peerDependencies,
    })) {
      const isKnown = known.has(`${dependency}@npm:${range}`);
      if (range !== 'workspace:^' && !isKnown) {
        unknown.push(`${dependency}@${range} of ${name}`);
      }
    }
  }
  return judge(
    unknown.length === 0,
    `yarn.lock does not have ${unknown.join(', ')}`,
  );
}

async function check(
  inside: StepContext,
  script: string,
  args: string[],
): Promise<StepResult> {
  const [name] = script.split('/');
  const { code, output } = await runTool(inside, {
    log: `templates-${name.replace('@', '')}`,
    script,
    args,
  });
  return judge(code === 0, output);
}

function judge(hasPassed: boolean, output: string): StepResult {
  return {
    passed: hasPassed ? 1 : 0,
    failed: hasPassed ? 0 : 1,
    skipped: 0,
    output: hasPassed ? '' : output,
  };
}

function sum(results: StepResult[]): StepResult {
  const add = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, result) => total + result[key], 0);
  return {
    passed: add('passed'),
    failed: add('failed'),
    skipped: add('skipped'),
    output: results
      .filter(result => result.failed > 0)
      .map(result => result.output)
      .join('\n'),
  };
}
