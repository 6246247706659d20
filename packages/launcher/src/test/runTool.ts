import { join } from 'node:path';
import { runLogged } from '../../bin/bootstrap/runLogged.mjs';
import type { StepContext } from './TestStep.ts';

/**
 * A tenth of the time while others compute, and all of it while they wait. By the
 * program, since `os.setPriority` leaves out threads that are there already.
 */
const YIELDING = ['nice', '-n', '10'];

export interface RunToolOptions {
  /** Name of the log file. */
  log: string;
  /** A Node script, relative to `node_modules`; without it Node itself runs. */
  script?: string;
  args: string[];
  env?: Record<string, string>;
}

/** Runs a tool of the checkout under this Node, from its root. */
export async function runTool(
  context: StepContext,
  options: RunToolOptions,
): Promise<{ code: number; output: string }> {
  const { root, home } = context;
  const { log, script, args, env } = options;
  const [command, ...commandArgs] = [
    ...(context.isYielding ? YIELDING : []),
    process.execPath,
    ...(script ? [join(root, 'node_modules', script)] : []),
    ...args,
  ];
  return runLogged(command, commandArgs, {
    cwd: root,
    logFile: join(home, 'logs', `${log}.log`),
    env: { ...process.env, ...context.env, ...env },
  });
}
