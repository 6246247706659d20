import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPortal } from '../build/buildPortal.ts';
import { Failure, SilentProgress } from '../report.ts';
import { World } from '../world/World.ts';
import { ensureChromium } from './ensureChromium.ts';
import { findWarnings } from './findWarnings.ts';
import { runTool } from './runTool.ts';
import type { StepContext, StepResult } from './TestStep.ts';

export interface PlayInWorldOptions {
  /** Where the world is kept; it begins with empty state. */
  home: string;
  basePort: number;
  /** For Playwright, such as the names of journeys. */
  args: string[];
  /** Variables for the world alone, not for those who look at it. */
  worldEnv?: Record<string, string>;
  /** Variables for the tests alone. */
  testEnv?: Record<string, string>;
}

/** Starts the whole world of a checkout, and plays journeys by browser in it. */
export async function playInWorld(
  context: StepContext,
  options: PlayInWorldOptions,
): Promise<StepResult> {
  const { root, env, onCleanup } = context;
  const { home, basePort, args, worldEnv, testEnv } = options;
  const chromium = await ensureChromium(context);
  const progress = new SilentProgress();
  const built = await buildPortal(root, progress);
  const world = await World.open({
    root,
    home,
    basePort,
    isDevelopment: false,
    reset: true,
    command: 'npm test',
    progress,
    env: { ...env, ...worldEnv },
  });
  onCleanup(() => world.stop());
  try {
    await world.start(built);
    await world.waitForSampleData();
    const result = await Promise.race([
      runPlaywright(context, args, {
        ...world.env,
        ...testEnv,
        PLAYWRIGHT_URL: world.url,
        ATRIUM_CHROMIUM: chromium,
      }),
      throwWhenItEnds(world),
    ]);
    return result.failed > 0 ? await addWarnings(result, home) : result;
  } finally {
    await world.stop();
  }
}

async function addWarnings(
  result: StepResult,
  home: string,
): Promise<StepResult> {
  const log = await readFile(join(home, 'logs', 'backend.log'), 'utf8');
  const warnings = findWarnings(log);
  return warnings.length === 0
    ? result
    : {
        ...result,
        output: `${result.output.trimEnd()}\n\nThe backend warned:\n${warnings.join(
          '\n',
        )}`,
      };
}

async function throwWhenItEnds(world: World): Promise<never> {
  throw await world.unexpectedExit;
}

async function runPlaywright(
  context: StepContext,
  args: string[],
  env: Record<string, string>,
): Promise<StepResult> {
  const report = join(context.home, 'playwright.json');
  await rm(report, { force: true });
  const { code, output } = await runTool(context, {
    log: 'playwright',
    script: '@playwright/test/cli.js',
    args: ['test', ...args],
    env: { ...env, CI: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  let stats: {
    expected: number;
    unexpected: number;
    flaky: number;
    skipped: number;
  };
  try {
    ({ stats } = JSON.parse(await readFile(report, 'utf8')));
  } catch (error) {
    throw new Failure('The browser tests did not run', {
      details: output,
      cause: error,
    });
  }
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed + (code !== 0 && failed === 0 ? 1 : 0),
    skipped: stats.skipped,
    output,
  };
}
