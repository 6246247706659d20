import { join, relative } from 'node:path';
import { parseWorldArguments } from '../arguments.ts';
import { buildPortal, type BuiltPortal } from '../build/buildPortal.ts';
import { printFailure, terminalProgress } from '../report.ts';
import { root } from '../root.ts';
import { StopRequest } from '../StopRequest.ts';
import { World } from '../world/World.ts';
import { AlreadyRunningError } from '../world/WorldLock.ts';

export interface StartCommandOptions {
  isDevelopment: boolean;
}

/** Runs the world until it is asked to stop or a part of it ends. */
export async function startCommand(
  args: string[],
  { isDevelopment }: StartCommandOptions,
): Promise<number> {
  const { basePort, home, reset } = parseWorldArguments(args);
  const progress = terminalProgress();
  const stop = new StopRequest();

  let world: World;
  try {
    world = await World.open({
      root,
      home,
      basePort,
      isDevelopment,
      command: isDevelopment ? 'npm run dev' : 'npm start',
      progress,
      reset,
    });
  } catch (error) {
    if (!(error instanceof AlreadyRunningError)) {
      throw error;
    }
    process.stdout.write(`${error.message}\n`);
    // What was asked for is the case, except for the state that should go.
    return reset ? 1 : 0;
  }

  stop.onImpatience(() => world.kill());
  let exitCode = 0;
  try {
    let built: BuiltPortal | undefined;
    if (!isDevelopment) {
      await Promise.race([
        buildPortal(root, progress).then(portal => {
          built = portal;
        }),
        stop.requested,
      ]);
    }
    if (!stop.isRequested) {
      await Promise.race([world.start(built), stop.requested]);
    }
    if (!stop.isRequested) {
      const logs = relative(process.cwd(), join(home, 'logs'));
      process.stdout.write(
        `\n  Atrium is ready: ${world.url}\n\n  Logs are in ${logs}. Ctrl-C ends it.\n\n`,
      );
      const ended = Promise.race([stop.requested, world.unexpectedExit]);
      await Promise.race([world.waitForSampleData(), ended]);
      const failure = await ended;
      if (failure) {
        printFailure(failure);
        exitCode = 1;
      }
    }
  } catch (error) {
    printFailure(error);
    exitCode = 1;
  }
  await progress.step('Stopped', () => world.stop());
  return exitCode;
}
