import { ServiceUnavailableError } from '@backstage/errors';
import { Piscina } from 'piscina';
import { watchProcessorTime } from './watchProcessorTime';
import { workerExecArgv } from './workerExecArgv';

const START_MS = 60_000;

/** What a thread may know of the environment, which is full of secrets. */
const ENVIRONMENT = ['NODE_ENV', 'NODE_COMPILE_CACHE'];

/** Why a task has no answer: it takes too much, or too many wait before it. */
export class WorkerLimitError extends Error {
  constructor(readonly limit: 'time' | 'memory' | 'queue') {
    super(`The task takes more ${limit} than allowed`);
    this.name = 'WorkerLimitError';
  }
}

/**
 * What the file of a thread exports.
 *
 * @remarks
 * That it is imported makes the build keep the file. Both functions are called in
 * the thread alone.
 */
export interface WorkerModule<Task, Answer> {
  /** The `__filename` of the module, which differs between source and build. */
  readonly workerFile: string;
  /** Called once, before the first task: imports what is costly to load. */
  readonly load: () => Promise<void>;
  readonly runTask: (task: Task) => Answer | Promise<Answer>;
}

/** How much a {@link WorkerThread} may take. */
export interface WorkerThreadOptions {
  maxHeapMegabytes: number;
  /** The thread ends after so long without a task. */
  idleMilliseconds: number;
  /** Tasks that wait or run at the same time. */
  maxTasks: number;
}

/** How much one task may take. */
export interface RunTaskOptions {
  /**
   * Processor time, or a tenth of the time by the clock. Neither the wait for other
   * tasks nor the start of the thread counts.
   */
  maxMs: number;
  /** Called once the thread is at work. */
  onStart?(): void;
}

/**
 * Does one task after the other in a thread, which is ended when a task takes
 * too much time or memory; the next one starts another.
 *
 * @remarks
 * For work on what others wrote, which may be hostile: it costs its own answer
 * and nothing else. Messages are copied, and the environment is left out.
 */
export class WorkerThread<Task, Answer> {
  readonly #pool: Piscina<Task | undefined, Answer>;
  readonly #maxTasks: number;
  #queue: Promise<unknown> = Promise.resolve();
  #taskCount = 0;
  #isClosed = false;

  constructor(
    { workerFile }: WorkerModule<Task, Answer>,
    { idleMilliseconds, maxHeapMegabytes, maxTasks }: WorkerThreadOptions,
  ) {
    this.#maxTasks = maxTasks;
    this.#pool = new Piscina({
      filename: workerFile,
      name: 'load',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: idleMilliseconds,
      recordTiming: false,
      env: Object.fromEntries(
        ENVIRONMENT.flatMap(name => {
          const value = process.env[name];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
      execArgv: workerExecArgv(workerFile),
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
    });
    // A thread that fails without a task is replaced by the next task.
    this.#pool.on('error', () => undefined);
  }

  /**
   * Starts the thread ahead of its first task, which waits for it. Where that fails,
   * the task tries again.
   */
  start(): void {
    this.#queue = this.#queue
      .then(() => this.#startThread())
      .catch(() => undefined);
  }

  /**
   * Answers with what `runTask` returns.
   *
   * @throws WorkerLimitError when the task takes too much
   * @throws whatever `runTask` threw, as far as an error can be copied
   */
  async run(task: Task, options: RunTaskOptions): Promise<Answer> {
    if (this.#taskCount >= this.#maxTasks) {
      throw new WorkerLimitError('queue');
    }
    this.#taskCount += 1;
    // In the queue of Piscina the wait would count as time of the task.
    const answer = this.#queue.then(() => this.#runNow(task, options));
    this.#queue = answer.catch(() => undefined);
    try {
      return await answer;
    } finally {
      this.#taskCount -= 1;
    }
  }

  /** Ends the thread, and refuses what waits and what is still to come. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#pool.destroy();
  }

  async #runNow(
    task: Task,
    { maxMs, onStart }: RunTaskOptions,
  ): Promise<Answer> {
    await this.#startThread();
    onStart?.();
    const done = new AbortController();
    const limit = new AbortController();
    const [thread] = this.#pool.threads;
    watchProcessorTime(thread, { maxMs, signal: done.signal }).then(
      () => limit.abort(),
      // The task is done, or the thread has ended, which the task tells.
      () => undefined,
    );
    try {
      return await this.#call('runTask', task, limit.signal);
    } finally {
      done.abort();
    }
  }

  async #startThread(): Promise<void> {
    if (this.#pool.threads.length === 0) {
      await this.#call('load', undefined, AbortSignal.timeout(START_MS));
    }
  }

  async #call(
    name: keyof WorkerModule<Task, Answer>,
    task: Task | undefined,
    signal: AbortSignal,
  ): Promise<Answer> {
    if (this.#isClosed) {
      throw new ServiceUnavailableError('The portal is shutting down');
    }
    try {
      return await this.#pool.run(task, { name, signal });
    } catch (error) {
      if (signal.aborted) {
        throw new WorkerLimitError('time');
      }
      throw isOutOfMemory(error) ? new WorkerLimitError('memory') : error;
    }
  }
}

function isOutOfMemory(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  );
}
