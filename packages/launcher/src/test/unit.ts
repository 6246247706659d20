import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureFaketime } from './ensureFaketime.ts';
import { findDateTests } from './findDateTests.ts';
import { findTestServers } from './findTestServers.ts';
import { runJest } from './jest/runJest.ts';
import { runNodeTests } from './runNodeTests.ts';
import type { StepContext, TestStep } from './TestStep.ts';
import { withTestPostgres } from './withTestPostgres.ts';

/** Packages that run as they are and are tested by Node's own runner. */
const NODE_PACKAGES = ['bench', 'packages/launcher', 'packages/sandbox'];

/**
 * The tests beside the code, stores on a real Postgres, drivers of provisioning
 * on the servers that this machine has. Those that know dates are left to `dates`
 * where that is part of the same run.
 */
export const unit: TestStep = {
  name: 'unit',
  async run(context) {
    const leftOut = await findLeftOut(context);
    const { nodeGlobs, jestArgs } = divide(context.args);
    const nodeFiles = await findFiles(context, nodeGlobs, leftOut);
    const nodeResult =
      nodeFiles.length > 0 ? await runNodeTests(context, nodeFiles) : undefined;
    const servers = await findTestServers();
    const jestResult = jestArgs
      ? await withTestPostgres(context, {
          name: 'unit',
          use: ({ port, password }) =>
            runJest(context, jestArgs, {
              ATRIUM_TESTS_LEFT_OUT: JSON.stringify(leftOut),
              BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: `postgresql://postgres:${password}@127.0.0.1:${port}`,
              ATRIUM_TEST_SERVERS: servers.found
                .map(({ name }) => name)
                .join(' '),
            }),
        })
      : undefined;
    const results = [nodeResult, jestResult].flatMap(result => result ?? []);
    const sum = (key: 'passed' | 'failed' | 'skipped') =>
      results.reduce((total, result) => total + result[key], 0);
    return {
      passed: sum('passed'),
      failed: sum('failed'),
      skipped: sum('skipped'),
      output: results
        .filter(result => result.failed > 0)
        .map(result => result.output)
        .join('\n'),
      leftOut: runsDrivers(jestArgs)
        ? servers.missing.map(({ name, port }) =>
            port === undefined
              ? `${name} (not installed)`
              : `${name} (no server at 127.0.0.1:${port})`,
          )
        : [],
    };
  },
};

/** Paths from the root of what another step of the run tests on another date. */
async function findLeftOut(context: StepContext): Promise<string[]> {
  const isLeft = context.hasDates && (await ensureFaketime(context));
  return isLeft ? findDateTests(context.root) : [];
}

async function findFiles(
  { root }: StepContext,
  globs: string[],
  leftOut: string[],
): Promise<string[]> {
  const found = await Array.fromAsync(
    glob(globs, { cwd: root, exclude: name => name === 'node_modules' }),
  );
  return found.filter(file => !leftOut.includes(file)).sort();
}

/** Whether tests of drivers may be among those that Jest runs. */
function runsDrivers(jestArgs: string[] | undefined): boolean {
  return (
    jestArgs !== undefined &&
    (jestArgs.length === 0 ||
      jestArgs.some(arg => arg.includes('provisioning')))
  );
}

/**
 * Says what runs where: everything without arguments; with some, those that
 * lie in a package of Node's runner go there and the others to Jest.
 */
function divide(args: string[]): {
  nodeGlobs: string[];
  jestArgs: string[] | undefined;
} {
  if (args.length === 0) {
    return {
      nodeGlobs: NODE_PACKAGES.map(folder => `${folder}/**/*.test.ts`),
      jestArgs: [],
    };
  }
  const isForNode = (arg: string) =>
    NODE_PACKAGES.some(folder => arg.startsWith(folder));
  const jestArgs = args.filter(arg => !isForNode(arg));
  return {
    nodeGlobs: args
      .filter(isForNode)
      .map(arg => (arg.endsWith('.ts') ? arg : join(arg, '**/*.test.ts'))),
    jestArgs: jestArgs.length > 0 ? jestArgs : undefined,
  };
}
