import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import type { WorkerEnd, WorkerPort } from './IsolatedWorker';
import { IsolatedWorker } from './IsolatedWorker';
import { workerExecArgv } from './workerFile';

export interface StartProcessOptions {
  file: string;
  /** Its last argument, so that importing the file starts nothing. */
  role: string;
  maxHeapMegabytes: number;
}

const MAX_ERROR_LENGTH = 2_000;

/** A third of the processor when the portal wants all of it. */
const NICENESS = 5;

/** What a worker may know of the environment, which is full of secrets. */
const ENVIRONMENT = ['NODE_ENV', 'NODE_COMPILE_CACHE'];

/**
 * Starts a process of its own.
 *
 * @remarks
 * A thread would start sooner, and its heap can be limited too, but V8 ends the
 * whole process when a thread exceeds the limit in one stroke. A process that
 * is out of memory takes nobody with it.
 */
export function startProcess<Request extends object, Answer>(
  options: StartProcessOptions,
): Promise<IsolatedWorker<Request, Answer>> {
  const child = fork(options.file, [options.role], {
    env: Object.fromEntries(ENVIRONMENT.map(name => [name, process.env[name]])),
    execArgv: [
      `--max-old-space-size=${options.maxHeapMegabytes}`,
      // Most of what a page needs is garbage when it is done.
      '--max-semi-space-size=32',
      ...workerExecArgv(options.file),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  letOthersGoFirst(child.pid);
  let output = '';
  child.stderr?.on('data', chunk => {
    output = (output + chunk).slice(-MAX_ERROR_LENGTH);
  });
  const ended = new Promise<WorkerEnd>(resolve => {
    child.once('error', error =>
      resolve({ isOutOfMemory: false, reason: error.message }),
    );
    child.once('close', (code, signal) =>
      resolve({
        // V8 aborts when the heap is full.
        isOutOfMemory: signal === 'SIGABRT' || code === 134,
        reason: output.trim() || `it ended with ${signal ?? `code ${code}`}`,
      }),
    );
  });
  const port: WorkerPort = {
    // A worker that is gone says so by its end, not by what cannot be sent.
    post: message => child.send(message, () => undefined),
    onMessage(listener) {
      child.on('message', listener);
      return () => child.off('message', listener);
    },
    ended,
    hold(isHeld) {
      if (isHeld) {
        child.ref();
        child.channel?.ref();
      } else {
        // The portal may exit while the worker waits, which ends it too.
        child.unref();
        child.channel?.unref();
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
  return IsolatedWorker.start(port);
}

/** Pages may wait for a moment; people who use the portal should not. */
function letOthersGoFirst(pid: number | undefined) {
  if (pid === undefined) {
    return;
  }
  try {
    setPriority(pid, NICENESS);
  } catch {
    // Not every system allows it, and it is a courtesy only.
  }
}
