import { workerExecArgv } from '@atrium/backend-common/workers';
import { ServiceUnavailableError } from '@backstage/errors';
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { on } from 'node:events';
import { Socket } from 'node:net';
import { setPriority } from 'node:os';
import type { BuildAnswer, BuildRequest, BuildResult } from './buildMessages';
import { words } from '../markdown/docsWords';
import { BUILD_WORKER_ROLE, workerFile } from './buildWorker';

const START_MS = 60_000;

const MAX_ERROR_LENGTH = 2_000;

/** A third of the processor when the portal wants all of it. */
const NICENESS = 5;

/** What a process may know of the environment, which is full of secrets. */
const ENVIRONMENT = ['NODE_ENV', 'NODE_COMPILE_CACHE'];

interface ProcessEnd {
  isOutOfMemory: boolean;
  reason: string;
}

/**
 * A process that builds one site after the other and can be ended at any moment.
 *
 * @remarks
 * A thread would start sooner, and its heap can be limited too, but V8 ends the
 * whole process when a thread exceeds the limit in one stroke. A process that
 * is out of memory takes nobody with it.
 */
export class BuildProcess {
  /**
   * Resolves once the process is ready.
   *
   * @param signal - ends the process while it starts
   */
  static async start(
    maxMemoryMegabytes: number,
    signal: AbortSignal,
  ): Promise<BuildProcess> {
    const started = new BuildProcess(maxMemoryMegabytes);
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(START_MS)]);
    try {
      for await (const [answer] of started.#listen(inTime)) {
        if (answer.kind === 'ready') {
          return started;
        }
      }
    } catch {
      // It failed or took too long; either is told below.
    }
    await started.kill();
    signal.throwIfAborted();
    const { reason } = await started.ended;
    throw new Error(
      words.text(words.describe('docs.failure.didNotStart', { reason })),
    );
  }

  readonly ended: Promise<ProcessEnd>;
  /** Whether it starts or builds. */
  isBusy = true;
  readonly #child: ChildProcess;
  readonly #maxMemoryMegabytes: number;

  private constructor(maxMemoryMegabytes: number) {
    this.#maxMemoryMegabytes = maxMemoryMegabytes;
    this.#child = fork(workerFile, [BUILD_WORKER_ROLE], {
      env: Object.fromEntries(
        ENVIRONMENT.map(name => [name, process.env[name]]),
      ),
      execArgv: [
        `--max-old-space-size=${maxMemoryMegabytes}`,
        // Other flags would cost more than they save: Node has compiled its own modules
        // for the usual ones, and these two are among the few that change nothing there.
        // Most of what a page needs is garbage when it is done, and small sites are
        // done before there is much of it.
        '--min-semi-space-size=16',
        '--max-semi-space-size=32',
        ...workerExecArgv(workerFile),
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    letOthersGoFirst(this.#child.pid);
    this.ended = waitForEnd(this.#child);
  }

  /**
   * Builds a site. The process is of no use afterwards when that takes too much
   * time or memory.
   *
   * @throws ServiceUnavailableError that says so, with the page it was at
   */
  async build(request: BuildRequest): Promise<BuildResult> {
    const { maxBuildSeconds } = request.limits;
    const signal = AbortSignal.timeout(maxBuildSeconds * 1000);
    let page: string | undefined;
    this.#hold(true);
    try {
      const answers = this.#listen(signal);
      // A process that is gone says so by its end, not by what cannot be sent.
      this.#child.send(request, () => undefined);
      for await (const [answer] of answers) {
        if (answer.kind === 'page') {
          page = answer.sourcePath;
        } else if (answer.kind === 'done') {
          return answer.result;
        } else if (answer.kind === 'failed') {
          const { message, ...told } = answer.error;
          throw Object.assign(new Error(message), told);
        }
      }
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
      await this.kill();
      throw tookTooLong(String(maxBuildSeconds), page);
    } finally {
      this.#hold(false);
    }
    const { isOutOfMemory, reason } = await this.ended;
    throw isOutOfMemory
      ? neededTooMuchMemory(String(this.#maxMemoryMegabytes), page)
      : ended(new Error(reason), page);
  }

  async kill(): Promise<void> {
    // Whoever waits for its end must not exit before, though it may while one is idle.
    this.#child.ref();
    if (this.#child.stderr instanceof Socket) {
      this.#child.stderr.ref();
    }
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  /** What the process sends until it ends; throws when the signal is given. */
  #listen(signal: AbortSignal) {
    const messages = on(this.#child, 'message', { close: ['close'], signal });
    // It sends nothing but the answers it is typed with.
    return messages as AsyncIterable<[BuildAnswer]>;
  }

  #hold(isBusy: boolean) {
    this.isBusy = isBusy;
    if (isBusy) {
      this.#child.ref();
      this.#child.channel?.ref();
    } else {
      // The portal may exit while the process waits, which ends it too.
      this.#child.unref();
      this.#child.channel?.unref();
    }
  }
}

/** @param page - the page that it was at, where it was at one */
function tookTooLong(seconds: string, page: string | undefined): Error {
  return words.error(
    ServiceUnavailableError,
    page === undefined
      ? words.describe('docs.failure.tooLong', { seconds })
      : words.describe('docs.failure.tooLongAt', { seconds, page }),
  );
}

function neededTooMuchMemory(
  megabytes: string,
  page: string | undefined,
): Error {
  return words.error(
    ServiceUnavailableError,
    page === undefined
      ? words.describe('docs.failure.tooMuchMemory', { megabytes })
      : words.describe('docs.failure.tooMuchMemoryAt', { megabytes, page }),
  );
}

function ended(cause: Error, page: string | undefined): Error {
  return words.error(
    ServiceUnavailableError,
    page === undefined
      ? words.describe('docs.failure.ended')
      : words.describe('docs.failure.endedAt', { page }),
    cause,
  );
}

function waitForEnd(child: ChildProcess): Promise<ProcessEnd> {
  let output = '';
  if (child.stderr instanceof Socket) {
    // What waits for output must not keep the portal alive.
    child.stderr.unref();
  }
  child.stderr?.on('data', chunk => {
    output = (output + chunk).slice(-MAX_ERROR_LENGTH);
  });
  return new Promise(resolve => {
    child.on('error', error =>
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
