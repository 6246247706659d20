import { join } from 'node:path';
import { findTestServers } from './findTestServers.ts';
import { runJest } from './jest/runJest.ts';
import { runNodeTests } from './runNodeTests.ts';
import type { TestStep } from './TestStep.ts';
import { withTestPostgres } from './withTestPostgres.ts';

/** Packages that run as they are and are tested by Node's own runner. */
const NODE_PACKAGES = ['bench', 'packages/launcher', 'packages/sandbox'];

/**
 * The tests beside the code, stores on a real Postgres, drivers of provisioning
 * on the servers that this machine has.
 */
export const unit: TestStep = {
  name: 'unit',
  async run(context) {
    const { nodeFolders, jestArgs } = divide(context.args);
    const nodeResult =
      nodeFolders.length > 0
        ? await runNodeTests(context, nodeFolders)
        : undefined;
    const servers = await findTestServers();
    const jestResult = jestArgs
      ? await withTestPostgres(context, {
          name: 'unit',
          use: ({ port, password }) =>
            runJest(context, jestArgs, {
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
  nodeFolders: string[];
  jestArgs: string[] | undefined;
} {
  if (args.length === 0) {
    return {
      nodeFolders: NODE_PACKAGES.map(folder => `${folder}/**/*.test.ts`),
      jestArgs: [],
    };
  }
  const isForNode = (arg: string) =>
    NODE_PACKAGES.some(folder => arg.startsWith(folder));
  const jestArgs = args.filter(arg => !isForNode(arg));
  return {
    nodeFolders: args
      .filter(isForNode)
      .map(arg => (arg.endsWith('.ts') ? arg : join(arg, '**/*.test.ts'))),
    jestArgs: jestArgs.length > 0 ? jestArgs : undefined,
  };
}
