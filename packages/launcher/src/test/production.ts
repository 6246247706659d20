import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { READINESS_PATH } from '../world/backend.ts';
import { checkApp } from '../world/checkApp.ts';
import { createDatabase } from '../world/createDatabase.ts';
import { findFreePort } from '../world/ports.ts';
import { buildImage } from './buildImage.ts';
import { productionEnvironment } from './productionEnvironment.ts';
import type { StepResult, TestStep } from './TestStep.ts';
import { withTestPostgres } from './withTestPostgres.ts';

const START_SECONDS = 60;

/** The built backend with the production config, on a database of its own. */
export const production: TestStep = {
  name: 'production',
  leavesCore: true,
  async run(context) {
    const image = await buildImage(context);
    return withTestPostgres(context, {
      name: 'production',
      use: async server => {
        await createDatabase('production', server);
        const port = await findFreePort();
        const env = productionEnvironment({
          port,
          server,
          database: 'production',
        });
        return sum([
          await serves(image, { port, env }),
          await refusesSandboxCredentials(image, env),
          await endsWithoutDatabase(image, env),
        ]);
      },
    });
  },
};

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
  return check(
    'refuses credentials of the sandbox',
    await endsByItself(image, {
      env: { ...env, ATRIUM_SESSION_SECRET: `sandbox-${'x'.repeat(32)}` },
      says: "'auth.session.secret'",
    }),
  );
}

/** Whoever supervises it would not start it again otherwise. */
async function endsWithoutDatabase(
  image: string,
  env: Record<string, string>,
): Promise<StepResult> {
  return check(
    'ends when the start fails',
    await endsByItself(image, {
      env: { ...env, POSTGRES_PASSWORD: 'another' },
      says: 'Backend startup failed',
    }),
  );
}

async function endsByItself(
  image: string,
  { env, says }: { env: Record<string, string>; says: string },
) {
  const { child, ended, readOutput } = startImage(image, env);
  const code = await Promise.race([
    ended,
    sleep(START_SECONDS * 1_000, undefined, { ref: false }),
  ]);
  child.kill();
  return {
    passed:
      typeof code === 'number' && code !== 0 && readOutput().includes(says),
    readOutput,
  };
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
