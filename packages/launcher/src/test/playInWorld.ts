import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPortal } from '../build/buildPortal.ts';
import { Failure, SilentProgress } from '../report.ts';
import { World } from '../world/World.ts';
import { ensureChromium } from './ensureChromium.ts';
import { faketimeEnvironment } from './ensureFaketime.ts';
import { findWarnings } from './findWarnings.ts';
import { runTool } from './runTool.ts';
import type { StepContext, StepResult } from './TestStep.ts';

/** How long sample data may take that has to be there, also on a busy machine. */
const COMPLETE_SECONDS = 900;

export interface PlayInWorldOptions {
  /** Where the world is kept; it begins with empty state. */
  home: string;
  basePort: number;
  /** For Playwright, such as the names of journeys. */
  args: string[];
  /**
   * When the world lives, by which library. It is also done with the sample data
   * then, so that all starts of it show the same. Nothing says a date to the
   * tests but `ATRIUM_CLOCK_AHEAD_MS`: a browser does not run under the library.
   */
  present?: { at: Date; library: string };
}

/** Starts the whole world of a checkout, and plays journeys by browser in it. */
export async function playInWorld(
  context: StepContext,
  options: PlayInWorldOptions,
): Promise<StepResult> {
  const { root, env, onCleanup } = context;
  const { home, basePort, args, present } = options;
  const chromium = await ensureChromium(context);
  const progress = new SilentProgress();
  const built = await buildPortal(root, progress);
  const clock = present && clockOf(present);
  const world = await World.open({
    root,
    home,
    basePort,
    isDevelopment: false,
    reset: true,
    progress,
    env: { ...env, ...clock?.worldEnv },
  });
  onCleanup(() => world.stop());
  try {
    await world.start(built);
    if (!present) {
      await world.waitForSampleData();
    } else if (await world.waitForSampleData(COMPLETE_SECONDS)) {
      await world.runTasks();
    } else {
      throw new Failure(
        `The sample data was not in after ${COMPLETE_SECONDS / 60} minutes`,
        {
          hint: 'Without it no page looks as it does elsewhere; the machine may be too busy.',
        },
      );
    }
    const result = await Promise.race([
      runPlaywright(context, args, {
        ...world.env,
        ...clock?.testEnv,
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

function clockOf({ at, library }: { at: Date; library: string }) {
  const aheadMilliseconds = at.getTime() - Date.now();
  return {
    worldEnv: {
      ...faketimeEnvironment(library, aheadMilliseconds),
      TZ: 'UTC',
    },
    testEnv: { ATRIUM_CLOCK_AHEAD_MS: String(aheadMilliseconds) },
  };
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
