import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { findFreePort } from '../world/ports.ts';
import { startPostgres } from '../world/postgres.ts';
import { Supervisor } from '../world/Supervisor.ts';
import { WorldLock } from '../world/WorldLock.ts';
import { runJest } from './runJest.ts';
import { runNodeTests } from './runNodeTests.ts';
import type { StepContext, TestStep } from './TestStep.ts';

/** Packages that run as they are and are tested by Node's own runner. */
const NODE_PACKAGES = ['packages/launcher', 'packages/sandbox'];

/** The tests beside the code, stores on a real Postgres. */
export const unit: TestStep = {
  name: 'unit',
  async run(context) {
    const { nodeFolders, jestArgs } = divide(context.args);
    const nodeResult =
      nodeFolders.length > 0
        ? await runNodeTests(context, nodeFolders)
        : undefined;
    const jestResult = jestArgs
      ? await withTestPostgres(context, connectionString =>
          runJest(context, jestArgs, {
            BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
              connectionString,
          }),
        )
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
    };
  },
};

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

async function withTestPostgres<T>(
  { home, onCleanup }: StepContext,
  use: (connectionString: string) => Promise<T>,
): Promise<T> {
  const postgresHome = join(home, 'unit');
  const port = await findFreePort();
  const lock = await WorldLock.acquire(postgresHome, {
    portalUrl: `127.0.0.1:${port}`,
    basePort: port,
  });
  const supervisor = new Supervisor(services =>
    lock.setServices(
      services.map(({ options, identity }) => ({
        name: options.name,
        stopSignal: options.stopSignal ?? 'SIGTERM',
        identity,
      })),
    ),
  );
  const stop = async () => {
    await supervisor.stopAll();
    await lock.release();
  };
  onCleanup(stop);
  try {
    // Tests leave databases behind, so each run begins with none.
    await rm(join(postgresHome, 'postgres'), { recursive: true, force: true });
    const password = randomBytes(12).toString('hex');
    await startPostgres({
      supervisor,
      home: postgresHome,
      port,
      password,
      isDurable: false,
    });
    return await use(`postgresql://postgres:${password}@127.0.0.1:${port}`);
  } finally {
    await stop();
  }
}
