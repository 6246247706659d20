import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withBuildLock } from '../build/withBuildLock.ts';
import { Failure } from '../report.ts';
import { checkApp } from '../world/checkApp.ts';
import { READINESS_PATH } from '../world/backend.ts';
import { createDatabase } from '../world/createDatabase.ts';
import { findFreePort } from '../world/ports.ts';
import { runTool } from './runTool.ts';
import type { StepContext, StepResult, TestStep } from './TestStep.ts';
import { unpackImage } from './unpackImage.ts';
import { withTestPostgres } from './withTestPostgres.ts';

const START_SECONDS = 60;

/** The built backend with the production config, on a database of its own. */
export const production: TestStep = {
  name: 'production',
  async run(context) {
    await build(context);
    const image = join(context.home, 'production', 'image');
    await unpackImage(context.root, image);
    return withTestPostgres(context, {
      name: 'production',
      use: async server => {
        await createDatabase('production', server);
        const port = await findFreePort();
        const env = productionEnvironment({ port, server });
        return sum([
          await serves(image, { port, env }),
          await refusesSandboxCredentials(image, env),
        ]);
      },
    });
  },
};

async function build(context: StepContext) {
  const releases = join(context.root, '.yarn', 'releases');
  const [yarn] = await readdir(releases);
  const { code, output } = await withBuildLock(context.root, () =>
    runTool(context, {
      log: 'backend-build',
      args: [join(releases, yarn), 'workspace', 'backend', 'build'],
    }),
  );
  if (code !== 0) {
    throw new Failure('The backend does not build', { details: output });
  }
}

/** What docs/guides/operators.md says that a deployment sets, and no more. */
function productionEnvironment(options: {
  port: number;
  server: { port: number; password: string };
}): Record<string, string> {
  const { port, server } = options;
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    PORT: String(port),
    ATRIUM_PORTAL_URL: `http://localhost:${port}`,
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(server.port),
    POSTGRES_USER: 'postgres',
    POSTGRES_PASSWORD: server.password,
    POSTGRES_DATABASE: 'production',
    ATRIUM_SESSION_SECRET: 'not-a-secret-but-a-test',
    // Nothing listens there: the portal starts while its provider is down.
    ATRIUM_OIDC_METADATA_URL: 'http://localhost:9/openid-configuration',
    ATRIUM_OIDC_CLIENT_ID: 'atrium',
    ATRIUM_OIDC_CLIENT_SECRET: 'not-a-secret-but-a-test',
    ATRIUM_GITHUB_ORGANIZATION: 'acme',
    GITHUB_TOKEN: 'not-a-token-but-a-test',
  };
}

function startImage(image: string, env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    [
      'packages/backend',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.production.yaml',
    ],
    { cwd: image, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const chunks: Buffer[] = [];
  child.stdout.on('data', chunk => chunks.push(chunk));
  child.stderr.on('data', chunk => chunks.push(chunk));
  const ended = new Promise<number | null>(resolve => {
    child.once('close', code => resolve(code));
  });
  return { child, ended, readOutput: () => Buffer.concat(chunks).toString() };
}

async function statusOf(url: string): Promise<number> {
  try {
    return (await fetch(url)).status;
  } catch {
    return 0;
  }
}

async function servesApp(url: string): Promise<boolean> {
  return checkApp(url).then(
    () => true,
    () => false,
  );
}

async function serves(
  image: string,
  options: { port: number; env: Record<string, string> },
): Promise<StepResult> {
  const url = `http://localhost:${options.port}`;
  const { child, ended, readOutput } = startImage(image, options.env);
  try {
    for (let second = 0; second < START_SECONDS; second++) {
      if (
        child.exitCode !== null ||
        (await statusOf(`${url}${READINESS_PATH}`)) === 200
      ) {
        break;
      }
      await sleep(1_000);
    }
    return sum([
      check('is ready', {
        passed: (await statusOf(`${url}${READINESS_PATH}`)) === 200,
        readOutput,
      }),
      check('serves the app', {
        passed: await servesApp(url),
        readOutput,
      }),
      check('answers nobody without a token', {
        passed: (await statusOf(`${url}/api/catalog/entities`)) === 401,
        readOutput,
      }),
    ]);
  } finally {
    child.kill();
    await ended;
  }
}

async function refusesSandboxCredentials(
  image: string,
  env: Record<string, string>,
): Promise<StepResult> {
  const { child, ended, readOutput } = startImage(image, {
    ...env,
    ATRIUM_SESSION_SECRET: 'sandbox-secret',
  });
  const code = await Promise.race([
    ended,
    sleep(START_SECONDS * 1_000, undefined, { ref: false }),
  ]);
  child.kill();
  return check('refuses credentials of the sandbox', {
    passed:
      typeof code === 'number' &&
      code !== 0 &&
      readOutput().includes("'auth.session.secret'"),
    readOutput,
  });
}

function check(
  what: string,
  result: { passed: boolean; readOutput: () => string },
): StepResult {
  return {
    passed: result.passed ? 1 : 0,
    failed: result.passed ? 0 : 1,
    skipped: 0,
    output: result.passed
      ? ''
      : `The production backend: ${what}: failed\n${result.readOutput()}`,
  };
}

function sum(results: StepResult[]): StepResult {
  return {
    passed: results.reduce((total, result) => total + result.passed, 0),
    failed: results.reduce((total, result) => total + result.failed, 0),
    skipped: 0,
    output: results.map(result => result.output).join(''),
  };
}
