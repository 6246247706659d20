import { setTimeout as delay } from 'node:timers/promises';
import {
  isStillRunning,
  type ProcessIdentity,
} from '../../bin/bootstrap/processIdentity.mjs';

export interface EndProcessOptions {
  /** Asks the process to end. */
  signal: NodeJS.Signals;
  graceSeconds: number;
  /** Whether the signals go to its whole process group. */
  group: boolean;
}

/** Ends a process that is not a child of this one, and waits until it is gone. */
export async function endProcess(
  identity: ProcessIdentity,
  options: EndProcessOptions,
): Promise<void> {
  if (!(await isStillRunning(identity))) {
    return;
  }
  send(identity.pid, options.signal, options.group);
  const deadline = Date.now() + options.graceSeconds * 1000;
  while (await isStillRunning(identity)) {
    if (Date.now() > deadline) {
      send(identity.pid, 'SIGKILL', options.group);
    }
    await delay(50);
  }
}

/**
 * Sends a signal to a process or its group; one already gone is fine. Some
 * systems answer EPERM for a group of which only zombies are left.
 */
export function send(
  pid: number,
  signal: NodeJS.Signals,
  group: boolean,
): void {
  try {
    process.kill(group ? -pid : pid, signal);
  } catch (error) {
    const code = error instanceof Error && 'code' in error && error.code;
    if (code !== 'ESRCH' && code !== 'EPERM') {
      throw error;
    }
  }
}
